import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axeSource, type AxeResults } from 'axe-core';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { eventually } from '@bindery/testing';
import { urls } from './system/the-system';

// Requirement: the explorer comes from the gateway alone and works in a real browser.
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

(existsSync(chromiumPath) ? describe : describe.skip)('the explorer in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'bindery-browser-'));
  const requested: string[] = [];
  const complaints: string[] = [];
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args, viewport: { width: 1280, height: 800 } });
    page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await page.goto(`${urls.gateway}/explorer`);
    await page.locator('.graphiql-query-editor .CodeMirror').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('lets a demo account log in with what it proposes', async () => {
    // The button offers the operations as soon as the explorer has read the document.
    await page.locator('button[aria-haspopup="menu"]').and(page.getByRole('button', { name: /Execute/ })).click();
    await page.getByRole('menuitem', { name: 'LogIn' }).click();
    await until(page.locator('.result-window'), /"accessToken"/);
  });

  it('runs a query that is typed, by the keyboard alone, and shows the answer', async () => {
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    // The editor closes brackets by itself and takes the ones typed for its own.
    await page.keyboard.type('query Banks { providers { code kind } }');
    await page.keyboard.press('Escape');
    // It reads the document a moment after the last key; only then does it know the operation's name.
    await eventually(async () => expect(await page.evaluate("localStorage.getItem('graphiql:operationName')")).toBe('Banks'));
    await page.keyboard.press('Control+Enter');
    expect(await until(page.locator('.result-window'), /seaside-bank/)).toContain('BANK_CARD');
  });

  it('describes the graph beside the query', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-plugin').getByText('Query', { exact: true }).first().click();
    expect(await until(page.locator('.graphiql-plugin'), /providers/)).toContain('viewer');
  });

  it('asks nobody but the gateway, and nothing fails on the way', () => {
    expect(requested.length).toBeGreaterThan(4);
    expect(requested.filter((url) => !url.startsWith(`${urls.gateway}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has no serious fault of accessibility that is ours', async () => {
    await page.evaluate(axeSource);
    expect(await seriousFaults(page, { exclude: ['.graphiql-container'] }, {})).toEqual([]);
    // Known of GraphiQL 3 itself: colours of its theme, names of its editors' inner fields.
    const rules = Object.fromEntries(['color-contrast', 'label', 'link-in-text-block', 'scrollable-region-focusable'].map((id) => [id, { enabled: false }]));
    expect(await seriousFaults(page, {}, { rules })).toEqual([]);
  });
});

async function seriousFaults(page: Page, context: object, options: object): Promise<string[]> {
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify({ include: ['html'], ...context })}, ${JSON.stringify(options)})`)) as AxeResults;
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The text of a place once it is as awaited. */
async function until(place: ReturnType<Page['locator']>, pattern: RegExp): Promise<string> {
  await place.filter({ hasText: pattern }).waitFor({ timeout: 15_000 });
  return place.innerText();
}
