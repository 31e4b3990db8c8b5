import { requestLimits } from './limits/request-limits';
import { secretOfTheInside } from './testing/small-graph';
import { startTestPlatform, type TestPlatform } from './testing/test-platform';

const aliases = Array.from({ length: requestLimits.rootFields }, (_, index) => `a${index}: providers`).join(' ');
const fewEnough = `{ ${aliases} }`;
const tooMany = [
  `{ ${aliases} b: providers }`,
  `{ ${aliases} ... on Query { b: providers } }`,
  `query { ${aliases} ...More } fragment More on Query { b: providers }`,
];

describe.each(['development', 'production'] as const)('the gateway in %s', (environment) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform(environment, {
      documents: ['{ careless }', '{ viewer { cards } }', fewEnough, ...tooMany],
    });
  });
  afterAll(() => platform.stop());

  it('shows of an error its words, its place, its code and the id to ask about, and nothing of the inside', async () => {
    const { errors, text } = await platform.ask('{ careless }');
    expect(errors).toEqual([
      {
        message: 'Something went wrong here.',
        path: ['careless'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'c-1', remedies: [] },
      },
    ]);
    expect(text).not.toContain(secretOfTheInside);
    expect(text).not.toMatch(/identity|stack|\.ts/);
  });

  it.each([
    ['with its place', { path: ['_entities', 0, 'cards'] }],
    ['without one', {}],
  ])('lets through what a subgraph made for the client’s eyes, %s', async (_how, place) => {
    const busy = {
      message: 'We are busy just now.',
      ...place,
      extensions: { code: 'SERVICE_UNAVAILABLE', remedies: [{ code: 'TryAgain' }], url: secretOfTheInside },
    };
    platform.binding.misbehave(
      (response) =>
        void response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ data: { _entities: [null] }, errors: [busy] })),
    );
    const { data, errors, text } = await platform.ask('{ viewer { cards } }', { 'accept-language': 'en' });
    platform.binding.misbehave(undefined);
    expect(data).toEqual({ viewer: { cards: null } });
    expect(errors).toMatchObject([
      {
        message: 'We are busy just now.',
        extensions: {
          code: 'SERVICE_UNAVAILABLE',
          remedies: [{ kind: 'TRY_AGAIN', code: 'TryAgain', title: 'Try again' }],
        },
      },
    ]);
    expect(text).not.toContain(secretOfTheInside);
  });

  it('counts root fields through aliases and fragments, and asks no subgraph when there are too many', async () => {
    const before = platform.binding.seen.length;
    expect(await platform.ask(fewEnough)).toMatchObject({ status: 200, data: { a0: ['seaside-bank'] } });
    const asked = platform.binding.seen.length;
    for (const document of tooMany) {
      const { status, errors } = await platform.ask(document);
      expect([status, errors?.[0]?.extensions]).toEqual([
        400,
        {
          code: 'TOO_MANY_ROOT_FIELDS',
          limit: requestLimits.rootFields,
          remedies: [{ kind: 'ASK_FOR_LESS', code: 'AskForLess', title: expect.any(String) }],
        },
      ]);
    }
    expect(asked).toBeGreaterThan(before);
    expect(platform.binding.seen).toHaveLength(asked);
  });
});

describe('the graph in production', () => {
  const introspection = '{ __schema { types { name } } }';
  const misspelt = '{ provider }';
  const misfit = 'query A($shown: Boolean!) { providers @include(if: $shown) }';
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('production', { documents: [introspection, misspelt, misfit] });
  });
  afterAll(() => platform.stop());

  it('is not told by introspection, not even to who has registered it', async () => {
    expect(await platform.ask(introspection)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', remedies: [] } }],
    });
  });

  it('is not told by suggestions either, nor by where a document or its variables do not fit', async () => {
    const answer = await platform.ask(misspelt, { 'accept-language': 'en' });
    expect(answer.errors).toEqual([
      {
        message: 'The document does not fit the graph.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', remedies: [] },
      },
    ]);
    const { errors } = await platform.ask(misfit, { 'accept-language': 'en' });
    expect(errors).toEqual([
      {
        message: 'The variables do not fit the document.',
        extensions: {
          code: 'BAD_USER_INPUT',
          remedies: [{ kind: 'CORRECT_INPUT', code: 'CorrectInput', title: 'Correct what you entered' }],
        },
      },
    ]);
  });
});
