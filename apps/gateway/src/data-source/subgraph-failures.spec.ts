import type { ServerResponse } from 'node:http';
import { subgraphTimeoutMs as usualTimeoutMs } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { startTestPlatform, subgraphTimeoutMs, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
  // A program that has answered nothing yet may take longer for the subgraph that is well than it gives it.
  await answersWell();
});
afterAll(() => platform.stop());
/** What one failure left in the breaker must not be the next one's outcome. */
afterEach(async () => {
  platform.binding.misbehave(undefined);
  for (let round = 0; round < 4; round++) await answersWell();
});

const answersWell = () => eventually(async () => expect((await platform.ask(home)).errors).toBeUndefined());

const home = '{ viewer { displayName cards } }';
const tryAgain = [{ kind: 'TRY_AGAIN', code: 'TryAgain', at: expect.any(String), title: 'Try again' }];

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
    platform.binding.misbehave(
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
    );
    await expectPartial('SUBGRAPH_TIMEOUT');
  });

  it('byte by byte costs its own fields after its time is over', async () => {
    const timers: NodeJS.Timeout[] = [];
    platform.binding.misbehave((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      timers.push(setInterval(() => response.write(' '), 20));
    });
    await expectPartial('SUBGRAPH_TIMEOUT');
    timers.forEach(clearInterval);
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

  it.each([
    ['fewer entities than asked for', []],
    ['more entities than asked for', [{ cards: [] }, { cards: [] }]],
    ['the entity of somebody else', [{ __key: 'account_2', cards: ['card_9'] }]],
    ['an entity of another type', [{ __typename: 'Card', __key: 'account_1', cards: ['card_9'] }]],
    ['no list', { cards: ['card_9'] }],
    ['something else in it', ['card_9']],
  ])('by %s costs its own fields', async (_how, entities) => {
    platform.binding.misbehave((response) => void response.end(JSON.stringify({ data: { _entities: entities } })));
    await expectPartial('SUBGRAPH_UNAVAILABLE');
  });

  it('is asked again, with a pause at most, once it answers again', async () => {
    platform.binding.misbehave((response) => void response.destroy());
    await expectPartial('SUBGRAPH_UNAVAILABLE');
    platform.binding.misbehave(undefined);
    await eventually(async () =>
      expect(await platform.ask(home)).toMatchObject({ data: { viewer: { cards: ['card_1'] } } }),
    );
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

describe('the time of a subgraph, as it is by default', () => {
  it('is over when it is said to be, and the rest is with the client 0.2 seconds later', async () => {
    const own = await startTestPlatform('production', { documents: [home], env: { SUBGRAPH_TIMEOUT_MS: '' } });
    own.binding.misbehave(() => undefined);
    const took = async () => {
      const began = performance.now();
      expect(await own.ask(home)).toMatchObject({
        data: { viewer: { displayName: 'Ada', cards: null } },
        errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }],
      });
      return performance.now() - began;
    };
    await own.ask(home);
    // The best of some: others use the machine too.
    const best = Math.min(...(await Promise.all([took(), took(), took()])), await took());
    expect(best).toBeGreaterThan(usualTimeoutMs - 50);
    expect(best).toBeLessThanOrEqual(usualTimeoutMs + 200);
    await own.stop();
  });
});
