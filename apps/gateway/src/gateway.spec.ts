import { requestLimits } from './limits/request-limits';
import { secretOfTheInside } from './testing/small-graph';
import { startTestPlatform, type TestPlatform } from './testing/test-platform';

describe.each(['development', 'production'] as const)('the gateway in %s', (environment) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform(environment);
  });
  afterAll(() => platform.stop());

  it('shows of an error its words, its place, its code and the id to ask about, and nothing of the inside', async () => {
    const { errors, text } = await platform.ask('{ careless }');
    expect(errors).toEqual([{ message: 'Something went wrong here.', path: ['careless'], extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'c-1' } }]);
    expect(text).not.toContain(secretOfTheInside);
    expect(text).not.toMatch(/identity|stack|\.ts/);
  });

  it('counts root fields through aliases and fragments, and asks no subgraph when there are too many', async () => {
    const before = platform.binding.seen.length;
    const aliases = Array.from({ length: requestLimits.rootFields }, (_, index) => `a${index}: providers`).join(' ');
    expect(await platform.ask(`{ ${aliases} }`)).toMatchObject({ status: 200, data: { a0: ['seaside-bank'] } });
    const asked = platform.binding.seen.length;
    for (const document of [`{ ${aliases} b: providers }`, `{ ${aliases} ... on Query { b: providers } }`, `query { ${aliases} ...More } fragment More on Query { b: providers }`]) {
      const { status, errors } = await platform.ask(document);
      expect([status, errors?.[0]?.extensions]).toEqual([400, { code: 'TOO_MANY_ROOT_FIELDS', limit: requestLimits.rootFields }]);
    }
    expect(asked).toBeGreaterThan(before);
    expect(platform.binding.seen).toHaveLength(asked);
  });
});

describe('the graph in production', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('production');
  });
  afterAll(() => platform.stop());

  it('is not told by introspection', async () => {
    expect(await platform.ask('{ __schema { types { name } } }')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('is not told by suggestions either', async () => {
    const { text } = await platform.ask('{ provider }');
    expect(text).not.toMatch(/providers|did you mean/i);
  });
});
