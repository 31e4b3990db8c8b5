import { source as axeSource, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually } from '@bindery/testing';
import { urls } from './system/the-system';
import {
  describeInChromium,
  openExplorer,
  runProposed,
  runProposedLogIn,
  type ExplorerPage,
} from './testing/explorer-page';

// Requirement: the explorer comes from the gateway alone and works in a real browser.
describeInChromium('the explorer in Chromium', () => {
  let explorer: ExplorerPage;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    page = explorer.page;
  });
  afterAll(() => explorer.close());

  it('lets a demo account log in with what it proposes', async () => {
    await runProposedLogIn(page);
    await until(page.locator('.result-window'), /"accessToken"/);
  });

  it('makes each run of it another login, which the end of the one before does not keep out', async () => {
    const keys: string[] = [];
    page.on('request', (request) => {
      const key = /"newKey":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
      if (key && request.postData()?.includes('"operationName":"LogIn"')) keys.push(key);
    });
    for (const run of [1, 2]) {
      await runProposedLogIn(page);
      await eventually(async () => expect(keys).toHaveLength(run));
      await until(page.locator('.result-window'), /"accessToken"/);
    }
    expect(new Set(keys).size).toBe(2);
  });

  it('asks what follows as who has logged in', async () => {
    await runProposed(page, 'Home');
    expect(await until(page.locator('.result-window'), /"unreadCount"/)).toContain('"displayName": "Ada Chen"');
  });

  it('runs a query that is typed, by the keyboard alone, and shows the answer', async () => {
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    // The editor closes brackets by itself and takes the ones typed for its own.
    await page.keyboard.type('query Banks { providers { code kind } }');
    await page.keyboard.press('Escape');
    // It reads the document a moment after the last key; only then does it know the operation's name.
    await eventually(async () =>
      expect(await page.evaluate("localStorage.getItem('graphiql:operationName')")).toBe('Banks'),
    );
    await page.keyboard.press('Control+Enter');
    expect(await until(page.locator('.result-window'), /seaside-bank/)).toContain('BANK_CARD');
  });

  it('describes the graph beside the query', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-plugin').getByText('Query', { exact: true }).first().click();
    expect(await until(page.locator('.graphiql-plugin'), /providers/)).toContain('viewer');
  });

  it('asks nobody but the gateway, and nothing fails on the way', () => {
    const { requested, complaints } = explorer;
    expect(requested.length).toBeGreaterThan(4);
    expect(requested.filter((url) => !url.startsWith(`${urls.gateway}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has no serious fault of accessibility that is ours', async () => {
    await page.evaluate(axeSource);
    await settled(page);
    expect(await seriousFaults(page, { exclude: ['.graphiql-container'] }, {})).toEqual([]);
    // Known of GraphiQL 3 itself: colours of its theme, names of its editors' inner fields.
    const rules = Object.fromEntries(
      ['color-contrast', 'label', 'link-in-text-block', 'scrollable-region-focusable'].map((id) => [
        id,
        { enabled: false },
      ]),
    );
    expect(await seriousFaults(page, {}, { rules })).toEqual([]);
  });
});

async function seriousFaults(page: Page, context: object, options: object): Promise<string[]> {
  const { violations } = (await page.evaluate(
    `axe.run(${JSON.stringify({ include: ['html'], ...context })}, ${JSON.stringify(options)})`,
  )) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Once nothing on the page has changed for half a second: what is drawn anew while it is looked at has no place in it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let timer = setTimeout(resolve, 500);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 500);
    }).observe(document, { subtree: true, childList: true });
  })`);
}

/** The text of a place once it is as awaited. */
async function until(place: ReturnType<Page['locator']>, pattern: RegExp): Promise<string> {
  await place.filter({ hasText: pattern }).waitFor({ timeout: 15_000 });
  return place.innerText();
}
