import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { eventually } from '@bindery/testing';
import { createWallet } from '@bindery/wallet-client';
import { graph, urls, world } from './system/the-system';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

(existsSync(chromiumPath) ? describe : describe.skip)('live changes in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'bindery-browser-'));
  const complaints: string[] = [];
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args, viewport: { width: 1280, height: 800 } });
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await page.goto(`${urls.gateway}/explorer`);
    await page.locator('.graphiql-query-editor .CodeMirror').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const told = async () => (await page.locator('#live').textContent()) ?? '';

  it('are told by the explorer from the login on', async () => {
    await page.locator('button[aria-haspopup="menu"]').and(page.getByRole('button', { name: /Execute/ })).click();
    await page.getByRole('menuitem', { name: 'LogIn' }).click();
    await eventually(async () => expect(await told()).toMatch(/listening|SESSIONS/), { withinMs: 20_000 });
    await createWallet(graph(), world, { phone: '+8613800138002', password: 'copper-meadow-17-violin', displayName: '', locale: 'en' }).logIn('Another browser');
    await eventually(async () => expect(await told()).toMatch(/(SESSIONS (session|device)|INBOX notification)_/), { withinMs: 20_000 });
    expect(complaints).toEqual([]);
  });
});
