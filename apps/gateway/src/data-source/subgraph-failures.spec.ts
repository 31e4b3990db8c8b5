import type { ServerResponse } from 'node:http';
import { startTestPlatform, subgraphTimeoutMs, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(() => platform.binding.misbehave(undefined));

const home = '{ viewer { displayName cards } }';
const tryAgain = [{ code: 'TryAgain', at: expect.any(String), title: '再试一次' }];

/** The part that works stays; what failed is null, with an error that says where, why and what to do. */
async function expectPartial(code: string): Promise<void> {
  const { status, data, errors, text } = await platform.ask(home);
  expect(status).toBe(200);
  expect(data).toEqual({ viewer: { displayName: 'Ada', cards: null } });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code, remedies: tryAgain }]);
  expect(text).not.toMatch(/127\.0\.0\.1|ECONN|Unexpected token|node_modules|undici/);
}

describe('a subgraph that fails', () => {
  it('by silence costs its own fields after its time is over', async () => {
    platform.binding.misbehave(() => undefined);
    const began = performance.now();
    await expectPartial('SUBGRAPH_TIMEOUT');
    expect(performance.now() - began).toBeGreaterThan(subgraphTimeoutMs - 20);
  });

  it('in the middle of its answer costs its own fields after its time is over', async () => {
    platform.binding.misbehave((response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'));
    await expectPartial('SUBGRAPH_TIMEOUT');
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['closing the connection', (response) => void response.destroy()],
    ['a page of HTML', (response) => void response.writeHead(502).end('<html>Bad gateway 10.0.0.7</html>')],
    ['half of its JSON', (response) => void response.end('{"data":{"_ent')],
    ['JSON that is no answer', (response) => void response.end('["10.0.0.7"]')],
    ['nothing', (response) => void response.end('null')],
    ['an answer without end', (response) => void response.end(`{"data":"${'x'.repeat(5 * 1024 * 1024)}"}`)],
  ])('by %s costs its own fields', async (_how, misbehaviour) => {
    platform.binding.misbehave(misbehaviour);
    await expectPartial('SUBGRAPH_UNAVAILABLE');
  });

  it('is asked again as soon as it answers again', async () => {
    platform.binding.misbehave((response) => void response.destroy());
    await expectPartial('SUBGRAPH_UNAVAILABLE');
    platform.binding.misbehave(undefined);
    expect(await platform.ask(home)).toMatchObject({ data: { viewer: { cards: ['card_1'] } } });
  });

  it('entirely leaves the others: its fields are null, theirs are there', async () => {
    const own = await startTestPlatform();
    await own.binding.stop();
    const { data, errors } = await own.ask('{ viewer { displayName } providers }');
    expect(data).toEqual({ viewer: { displayName: 'Ada' }, providers: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    await own.stop();
  });
});
