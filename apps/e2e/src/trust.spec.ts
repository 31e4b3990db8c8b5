import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@bindery/kernel';
import {
  createGatewaySigner,
  generateGatewayKeys,
  generateSigningKey,
  gatewaySignatureHeader,
  readGatewayKeys,
  readSigningKey,
  signAccessToken,
  type GatewayClaims,
  type GatewayKeys,
  type SigningKey,
} from '@bindery/trust';
import { newKey } from '@bindery/wallet-client';
import { mutate } from './testing/mutate';
import { rowsOf } from './system/databases';
import { services, type Service } from './system/services';
import { data, graph, newHolder, urls, type Holder } from './system/the-system';

const secrets = () =>
  JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as {
    accessTokenKey: string;
    proofKey: string;
    gatewayKeys: Record<Service, string>;
  };

const keyOf = (name: 'accessTokenKey' | 'proofKey'): Promise<SigningKey> => readSigningKey(secrets()[name]);

async function post(subgraph: Service, body: string, signature?: string) {
  const response = await fetch(`${urls[subgraph]}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature ? { [gatewaySignatureHeader]: signature } : {}) },
    body,
  });
  const answer = (await response.json()) as { data?: object; errors?: { extensions?: { code?: string } }[] };
  return { status: response.status, code: answer.errors?.[0]?.extensions?.code, data: answer.data };
}

const refused = { status: 401, code: 'GATEWAY_SIGNATURE_REQUIRED', data: undefined };
const claims: GatewayClaims = { requestId: 'trust-test', locale: 'en', clientAddress: '127.0.0.1' };

describe.each(services)('%s on its own port', (subgraph) => {
  const operations = {
    _service: '{ _service { sdl } }',
    _entities:
      '{ _entities(representations: [{ __typename: "Account", id: "account_01h455vb4pex5vsknk084sn02q" }]) { __typename } }',
    ordinary: '{ __typename }',
    introspection: '{ __schema { types { name } } }',
  };
  const ordinary = JSON.stringify({ query: operations.ordinary });

  it.each(Object.entries(operations))('refuses %s that the gateway did not sign', async (_name, query) => {
    expect(await post(subgraph, JSON.stringify({ query }))).toEqual(refused);
  });

  it('refuses a signature of another key, of another subgraph, for another subgraph, for another body, and one that was used', async () => {
    const keys = readGatewayKeys(secrets().gatewayKeys[subgraph]);
    const sign = createGatewaySigner(subgraph, keys);
    const stranger = readGatewayKeys(generateGatewayKeys());
    const other = subgraph === 'binding' ? 'identity' : 'binding';
    const bad = [
      createGatewaySigner(subgraph, stranger)(claims, ordinary),
      createGatewaySigner(
        subgraph,
        new Map([...keys.keys()].map((kid) => [kid, [...stranger.values()][0]])) as GatewayKeys,
      )(claims, ordinary),
      createGatewaySigner(subgraph, readGatewayKeys(secrets().gatewayKeys[other]))(claims, ordinary),
      createGatewaySigner(other, keys)(claims, ordinary),
      sign(claims, `${ordinary} `),
      'no.real.signature',
    ];
    for (const signature of bad) expect(await post(subgraph, ordinary, signature)).toEqual(refused);
    const good = sign(claims, ordinary);
    expect(await post(subgraph, ordinary, good)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    expect(await post(subgraph, ordinary, good)).toEqual(refused);
  });

  it('answers no GET and shows no page', async () => {
    const response = await fetch(`${urls[subgraph]}/graphql?query={__typename}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"data"');
  });
});

describe('the gateway', () => {
  it('has no _service and no _entities', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      expect(await graph().send(query)).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
      });
    }
  });

  it('shows nothing of the inside in its errors', async () => {
    const { errors } = await graph().send('{ card(id: "card_01h455vb4pex5vsknk084sn02q") { id } }');
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|http:|serviceName|stacktrace|node_modules/);
  });
});

describe('an access token', () => {
  let holder: Holder;
  beforeAll(async () => {
    holder = await newHolder();
  });

  const viewer = '{ viewer { id } }';
  const asked = async (token: string) => {
    const { status, errors, data: answer } = await graph().send(viewer, {}, token);
    return { status, code: errors?.[0]?.extensions?.code, answer };
  };
  const named = () => ({
    accountId: newId('account'),
    sessionId: newId('session'),
    deviceId: newId('device'),
    assuranceLevel: 'AAL1' as const,
  });

  it('that has expired is said to have', async () => {
    const { token } = await signAccessToken(named(), new Date(Date.now() - 11 * 60_000), await keyOf('accessTokenKey'));
    expect(await asked(token)).toMatchObject({ status: 401, code: 'ACCESS_TOKEN_EXPIRED' });
  });

  it('of another signer, altered, unsigned or of another kind is none', async () => {
    const stranger = await readSigningKey(await generateSigningKey());
    const { kid } = await keyOf('accessTokenKey');
    const [header = '', payload = '', signature = ''] = (holder.accessToken ?? '').split('.');
    const tokens = [
      (await signAccessToken(named(), new Date(), stranger)).token,
      (await signAccessToken(named(), new Date(), { ...stranger, kid })).token,
      (await signAccessToken(named(), new Date(), await keyOf('proofKey'))).token,
      [
        header,
        Buffer.from(
          JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), aal: 'AAL2' }),
        ).toString('base64url'),
        signature,
      ].join('.'),
      [Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url'), payload, ''].join('.'),
      await holder.prove({ action: 'BIND', subjectId: newId('binding') }),
      holder.refreshToken,
    ];
    for (const token of tokens) expect(await asked(token)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await asked(holder.accessToken ?? '')).toMatchObject({ status: 200 });
  });
});

describe('a refresh token', () => {
  const refresh = (refreshToken: string) =>
    mutate(
      { graph: graph() },
      'refreshSession',
      { idempotencyKey: newKey(), refreshToken },
      '... on RefreshSessionSuccess { accessToken refreshToken }',
    ) as Promise<{ __typename: string; accessToken: string; refreshToken: string }>;

  it('serves once, and gives the same successor to who asks again at once or at the same time', async () => {
    const { refreshToken } = await newHolder();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
    expect(answers[0]?.refreshToken).not.toBe(refreshToken);
    expect((await refresh(refreshToken)).refreshToken).toBe(answers[0]?.refreshToken);
    expect(await graph().send('{ viewer { id } }', {}, answers[0]?.accessToken)).toMatchObject({
      status: 200,
      data: { viewer: { id: expect.any(String) } },
    });
  });

  it('that comes back late ends its session, the newest token included', async () => {
    const { refreshToken: first } = await newHolder();
    const { refreshToken: second } = await refresh(first);
    const { refreshToken: third } = await refresh(second);
    expect(await refresh(first)).toMatchObject({
      __typename: 'SessionEndedError',
      code: 'SESSION_ENDED',
      remedies: [{ code: 'LogIn' }],
    });
    expect(await refresh(third)).toMatchObject({ __typename: 'SessionEndedError' });
  });

  it('ends with its session: logged out, nothing is refreshed', async () => {
    const holder = await newHolder();
    const { viewer } = await graph().ask<{ viewer: { session: { id: string } } }>(
      '{ viewer { session { id } } }',
      {},
      holder.accessToken,
    );
    expect(
      await mutate(holder, 'endSession', { idempotencyKey: newKey(), sessionId: viewer.session.id }),
    ).toMatchObject({ __typename: 'EndSessionSuccess' });
    expect(await refresh(holder.refreshToken)).toMatchObject({ __typename: 'SessionEndedError' });
    expect(await rowsOf('identity', 'select end_cause from session where id = $1', [viewer.session.id])).toEqual([
      { end_cause: 'LOGGED_OUT' },
    ]);
  });

  it('that is none is refused alike', async () => {
    for (const token of ['', 'x', 'session_01h455vb4pex5vsknk084sn02q.1.aaaa'])
      expect((await refresh(token)).__typename).toMatch(/^(SessionEndedError|InvalidInputError)$/);
  });
});
