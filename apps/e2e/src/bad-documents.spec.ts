import { graph, newHolder, urls } from './system/the-system';

async function post(body: string, contentType = 'application/json') {
  const response = await fetch(`${urls.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': contentType, 'apollo-require-preflight': 'yes' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const codeOf = async (document: string) => {
  const { status, errors } = await graph().send(document);
  return { status, code: errors?.[0]?.extensions?.code };
};

describe('a request that is too much', () => {
  it('of 300 KB is refused with the number that is allowed', async () => {
    const { status, text } = await post(
      JSON.stringify({ query: '{ viewer { id } }', variables: { padding: 'x'.repeat(300 * 1024) } }),
    );
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE', limit: 64 * 1024 } }] });
    expect(text).not.toMatch(/node_modules|\.ts:|\\n\s*at /);
  });

  it('asks for a login a thousand times by alias: refused as a whole', async () => {
    const logIn = (index: number) =>
      `a${index}: logIn(input: { idempotencyKey: "alias-key-00000000", phone: "+8613800138001", password: "guess-${index}", device: { name: "x", platform: WEB, installationId: "xxxxxxxx" } }) { __typename }`;
    const document = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, index) => logIn(index)).join(' ')} }`;
    expect(await codeOf(document(6))).toEqual({ status: 400, code: 'TOO_MANY_ROOT_FIELDS' });
    expect((await codeOf(document(200))).status).toBe(400);
    expect((await codeOf(document(1000))).status).toBe(413);
  });

  it('hides root fields in fragments', async () => {
    const document = `query { ...A ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { a: providers { code } }`;
    expect(await codeOf(document)).toEqual({ status: 400, code: 'TOO_MANY_ROOT_FIELDS' });
  });

  it('has fragments that go round in circles', async () => {
    expect((await codeOf('query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).status).toBe(400);
  });

  it('nests a hundred times deep', async () => {
    const holder = await newHolder();
    const nested = (depth: number): string => (depth === 0 ? 'id' : `bindings { card { ${nested(depth - 1)} } }`);
    const { status, errors } = await graph().send(
      `{ viewer { cards { edges { node { ${nested(100)} } } } } }`,
      {},
      holder.accessToken,
    );
    expect({ status, code: errors?.[0]?.extensions?.code }).toEqual({ status: 400, code: 'TOO_DEEP' });
  });

  it('has more than two thousand words', async () => {
    expect(await codeOf(`{ providers { ${'x '.repeat(2_100)} } }`)).toEqual({
      status: 400,
      code: 'TOO_MANY_TOKENS',
    });
  });

  it('is a batch', async () => {
    expect((await post(JSON.stringify([{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }]))).status).toBe(
      400,
    );
  });
});

describe('a request that is none', () => {
  it.each([
    ['{"query":', 'application/json'],
    ['[]', 'application/json'],
    ['null', 'application/json'],
    ['{"query":5}', 'application/json'],
    ['query={viewer{id}}', 'application/x-www-form-urlencoded'],
    ['<query/>', 'text/xml'],
  ])('is refused: %s', async (body, contentType) => {
    const { status, text } = await post(body, contentType);
    expect([400, 415]).toContain(status);
    expect(text).not.toMatch(/node_modules|\.ts:|127\.0\.0\.1|650\d/);
  });

  it.each([
    '{ viewer { phone } }',
    '{ secrets }',
    'mutation { requestUnbind(input: { reason: BORED }) { __typename } }',
    'subscription { x }',
    '{ __type }',
  ])('names what there is not: %s', async (document) => {
    expect(await codeOf(document)).toEqual({
      status: 400,
      code: expect.stringMatching(/^(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|OPERATION_RESOLUTION_FAILURE)$/),
    });
  });
});

describe('the name of an operation that the document has not', () => {
  it.each(['{ providers { code } }', 'query A { providers { code } } query B { providers { name } }'])(
    'is the client’s mistake: %s',
    async (query) => {
      const { status, text } = await post(JSON.stringify({ query, operationName: 'Missing' }));
      expect({ status, text }).toMatchObject({
        status: 400,
        text: expect.stringContaining('OPERATION_RESOLUTION_FAILURE'),
      });
    },
  );
});

describe('an alias that is called like something every object has', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('is a name like any other: %s', async (name) => {
    const plain = await post(JSON.stringify({ query: '{ providers { code name } }' }));
    const { status, text } = await post(JSON.stringify({ query: `{ ${name}: providers { ${name}: code name } }` }));
    expect({ status, text }).toEqual({
      status: 200,
      text: plain.text.replaceAll('"providers"', `"${name}"`).replaceAll('"code"', `"${name}"`),
    });
  });

  it('or like what the plan itself asks for does not take its place', async () => {
    const holder = await newHolder();
    const ask = (query: string) => graph().send(query, {}, holder.accessToken);
    const { data: plain } = await ask('{ viewer { id displayName } }');
    const { data, errors } = await ask('{ viewer { id: displayName as_id: id cards(first: 1) { __typename } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      viewer: {
        id: (plain as Viewed).viewer.displayName,
        as_id: (plain as Viewed).viewer.id,
        cards: { __typename: 'CardConnection' },
      },
    });
  });
});

interface Viewed {
  readonly viewer: { readonly id: string; readonly displayName: string };
}
