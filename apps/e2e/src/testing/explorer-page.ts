import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { urls } from '../system/the-system';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A suite that wants a real browser; skipped by name where there is none. */
export const describeInChromium = existsSync(chromiumPath) ? describe : describe.skip;

export interface ExplorerPage {
  readonly page: Page;
  /** URLs that the page asked for. */
  readonly requested: readonly string[];
  /** Errors of the page and of its console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** The explorer of the running system in a fresh Chromium, once its editor is there. */
export async function openExplorer(): Promise<ExplorerPage> {
  const profile = mkdtempSync(join(tmpdir(), 'bindery-browser-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args,
    viewport: { width: 1280, height: 800 },
  });
  const page = await browser.newPage();
  const requested: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  await page.goto(`${urls.gateway}/explorer`);
  await page.locator('.graphiql-query-editor .CodeMirror').waitFor();
  return {
    page,
    requested,
    complaints,
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Runs the LogIn that the explorer proposes, for a demo account. */
export const runProposedLogIn = (page: Page): Promise<void> => runProposed(page, 'LogIn');

/** Runs an operation of those that the explorer proposes. The button offers the operations as soon as the document has been read. */
export async function runProposed(page: Page, operation: 'LogIn' | 'Home'): Promise<void> {
  await page
    .locator('button[aria-haspopup="menu"]')
    .and(page.getByRole('button', { name: /Execute/ }))
    .click();
  await page.getByRole('menuitem', { name: operation }).click();
}
