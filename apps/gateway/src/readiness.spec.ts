import type { FakeSubgraph } from './testing/fake-subgraph';
import { startTestPlatform, type TestPlatform } from './testing/test-platform';
import { createReadiness } from './readiness';

describe('readiness', () => {
  let platform: TestPlatform;
  let subgraphs: readonly FakeSubgraph[];
  beforeAll(async () => {
    platform = await startTestPlatform();
    subgraphs = [platform.identity, platform.binding];
  });
  afterAll(() => platform.stop());
  afterEach(() => subgraphs.forEach((subgraph) => subgraph.misbehave(undefined)));

  const isReady = () => createReadiness(subgraphs.map(({ url }) => [url]));

  it('comes when every subgraph has been ready once', async () => {
    const ready = isReady();
    platform.binding.misbehave((response) => void response.writeHead(503).end('{}'));
    expect(await ready()).toBe(false);
    platform.binding.misbehave(undefined);
    expect(await ready()).toBe(true);
  });

  it('stays when a subgraph goes away: only its own fields are missing then', async () => {
    const ready = isReady();
    expect(await ready()).toBe(true);
    platform.identity.misbehave((response) => void response.destroy());
    expect(await ready()).toBe(true);
  });

  it('does not come while a subgraph is silent or gone, and asking does not hang', async () => {
    platform.binding.misbehave(() => undefined);
    expect(await isReady()()).toBe(false);
    platform.binding.misbehave((response) => void response.destroy());
    expect(await isReady()()).toBe(false);
  });
});
