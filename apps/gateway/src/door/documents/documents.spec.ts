import { itIsCheckedAgainst } from '@bindery/testing';
import { signAccessToken } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { startTestPlatform, testClient, type TestPlatform } from '../../testing/test-platform';
import { hashOf } from './document-manifest';

const registered = 'query Providers { providers }';
const stranger = 'query Other { providers }';
const answered = { status: 200, data: { providers: ['seaside-bank'] } };

const client = { 'apollographql-client-name': testClient.app, 'apollographql-client-version': testClient.version };
const json = { 'content-type': 'application/json', 'accept-language': 'en', ...client };

async function read(response: Response) {
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return {
    status: response.status,
    ...(data ? { data } : {}),
    ...(errors ? { code: errors[0]?.extensions.code, remedies: errors[0]?.extensions.remedies } : {}),
  };
}

describe('the server’s store of persisted queries', () => {
  itIsCheckedAgainst('@apollo/server', '5.5.1', 'the hash at the end of its keys (http/persisted-documents.ts)');
});

describe.each(['development', 'production'] as const)('a registered document in %s', (environment) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform(environment, { documents: [registered] });
  });
  afterAll(() => platform.stop());

  const post = async (body: object, headers: Record<string, string> = json) =>
    read(await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) }));
  const get = async (parameters: Record<string, string>) =>
    read(
      await fetch(`${platform.url}/graphql?${new URLSearchParams(parameters)}`, {
        headers: { 'apollo-require-preflight': 'yes', ...client },
      }),
    );
  const apollo = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });

  it('is answered by its id, as the specification and as Apollo’s clients name it, posted and got', async () => {
    expect(await post({ documentId: `sha256:${hashOf(registered)}` })).toEqual(answered);
    expect(await post({ extensions: apollo(registered) })).toEqual(answered);
    expect(await get({ documentId: `sha256:${hashOf(registered)}` })).toEqual(answered);
    expect(await get({ extensions: JSON.stringify(apollo(registered)) })).toEqual(answered);
  });

  it('is answered by its text too, with its hash or without', async () => {
    expect(await post({ query: registered })).toEqual(answered);
    expect(await post({ query: registered, documentId: `sha256:${hashOf(registered)}` })).toEqual(answered);
    expect(await get({ query: registered })).toEqual(answered);
  });

  it('does not lend its hash to another text', async () => {
    expect(await post({ query: stranger, documentId: `sha256:${hashOf(registered)}` })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
    expect(await post({ query: stranger, extensions: apollo(registered) })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  const update = [{ kind: 'UPDATE_CLIENT', code: 'UpdateClient', title: 'Update the app' }];

  const development = environment === 'development';

  it('is needed: no other is answered by its hash', async () => {
    expect(await post({ documentId: `sha256:${hashOf(stranger)}` })).toEqual({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
      remedies: development ? [] : update,
    });
  });

  it.each([
    { ...json, 'apollographql-client-name': 'other-app' },
    { ...json, 'apollographql-client-version': '1.0.1' },
    { 'content-type': 'application/json', 'accept-language': 'en' },
  ])('is not answered to another app, another version or nobody: %j', async (headers) => {
    expect(await post({ documentId: `sha256:${hashOf(registered)}` }, headers)).toEqual(
      development
        ? { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND', remedies: [] }
        : { status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED', remedies: update },
    );
    expect(await post({ query: registered }, headers)).toEqual(
      development ? answered : { status: 400, code: 'CLIENT_UNKNOWN', remedies: update },
    );
  });

  it('is not answered to who only says to be its app: the token knows better', async () => {
    const { token } = await signAccessToken({ ...testViewer(), app: 'other-app' }, new Date(), platform.accessTokenKey);
    expect(
      await post({ documentId: `sha256:${hashOf(registered)}` }, { ...json, authorization: `Bearer ${token}` }),
    ).toMatchObject({ code: expect.stringMatching(/^PERSISTED_QUERY_NOT_/) });
    const own = await signAccessToken({ ...testViewer(), app: testClient.app }, new Date(), platform.accessTokenKey);
    expect(
      await post({ documentId: `sha256:${hashOf(registered)}` }, { ...json, authorization: `Bearer ${own.token}` }),
    ).toEqual(answered);
  });

  it.each(['sha256:nonsense', 'md5:0', 5, '../../etc/passwd', 'constructor'])(
    'has an id of one form only: %s',
    async (documentId) => {
      expect(await post({ documentId })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    },
  );

  it('leaves other extensions and a free form to those who may', async () => {
    const free = await post({ query: stranger });
    if (environment === 'development') return expect(free).toEqual(answered);
    const before = platform.binding.seen.length;
    expect(await post({ query: stranger })).toEqual({ status: 400, code: 'DOCUMENT_REQUIRED', remedies: update });
    expect(await get({ query: stranger })).toMatchObject({ status: 400, code: 'DOCUMENT_REQUIRED' });
    expect(platform.binding.seen).toHaveLength(before);
  });
});
