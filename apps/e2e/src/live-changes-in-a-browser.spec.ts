import { eventually } from '@bindery/testing';
import { createWallet } from '@bindery/wallet-client';
import { graph, world } from './system/the-system';
import { describeInChromium, openExplorer, runProposedLogIn, type ExplorerPage } from './testing/explorer-page';

describeInChromium('live changes in Chromium', () => {
  let explorer: ExplorerPage;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  const told = async () => (await explorer.page.locator('#live').textContent()) ?? '';

  it('are told by the explorer from the login on', async () => {
    await runProposedLogIn(explorer.page);
    await eventually(async () => expect(await told()).toMatch(/listening|SESSIONS/), { withinMs: 20_000 });
    await createWallet(graph(), world, {
      phone: '+8613800138002',
      password: 'copper-meadow-17-violin',
      displayName: '',
      locale: 'en',
    }).logIn('Another browser');
    await eventually(async () => expect(await told()).toMatch(/(SESSIONS (session|device)|INBOX notification)_/), {
      withinMs: 20_000,
    });
    expect(explorer.complaints).toEqual([]);
  });
});
