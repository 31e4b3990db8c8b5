import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  ServerError,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { print } from 'graphql';
import { Environment, fetchQuery, Network, RecordSource, Store, type FetchFunction } from 'relay-runtime';
import { signAccessToken } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { hashOf } from '../door/documents/document-manifest';
import { startTestPlatform, testClient, type TestPlatform } from '../testing/test-platform';

/** As each client prints them, so that what it hashes is what is registered: Apollo’s adds `__typename` to each object. */
const documents = {
  home: gql`
    query Home {
      viewer {
        id
        displayName
        cards
        __typename
      }
    }
  `,
  touch: gql`
    mutation Touch {
      touch
    }
  `,
  careless: gql`
    query Careless {
      careless
      providers
    }
  `,
  stranger: gql`
    query Stranger {
      providers
    }
  `,
  costly: gql`
    query Costly {
      expensive
    }
  `,
  fits: gql`
    query Choice($on: Boolean!) {
      providers @include(if: $on)
    }
  `,
};
type Name = keyof typeof documents;
const texts = Object.fromEntries(
  Object.entries(documents).map(([name, document]) => [name, print(document)]),
) as Record<Name, string>;

/** What a client made of an answer. */
interface Outcome {
  readonly data?: unknown;
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
  /** What was sent: what the document was named by. */
  readonly sent: readonly ('hash' | 'text' | 'both')[];
}

interface Asking {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

type Ask = (name: Name, asking: Asking) => Promise<Outcome>;

/** The fetch of a client, which notes what it names documents by. */
function recording(headers: Readonly<Record<string, string>>) {
  const sent: Outcome['sent'][number][] = [];
  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const named = init?.body ? String(init.body) : JSON.stringify(Object.fromEntries(url.searchParams));
    const [text, hash] = [/"query":"/.test(named), /sha256/.test(named)];
    sent.push(text && hash ? 'both' : text ? 'text' : 'hash');
    return fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } });
  };
  return { sent, send };
}

const asApp = {
  'apollographql-client-name': testClient.app,
  'apollographql-client-version': testClient.version,
  'accept-language': 'zh-CN',
};

const apollo =
  (useGETForHashedQueries: boolean): Ask =>
  async (name, { url, headers = {}, variables }) => {
    const { sent, send } = recording({ ...asApp, ...headers });
    const link = ApolloLink.from([
      new PersistedQueryLink({ sha256: hashOf, useGETForHashedQueries }),
      new HttpLink({ uri: `${url}/graphql`, fetch: send, headers: { 'apollo-require-preflight': 'yes' } }),
    ]);
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const options = { errorPolicy: 'all', fetchPolicy: 'no-cache', variables } as const;
    const { data, error } = await (
      name === 'touch'
        ? client.mutate({ mutation: documents[name], ...options })
        : client.query({ query: documents[name], ...options })
    ).catch((error: unknown) => ({ data: undefined, error }));
    client.stop();
    const errors = CombinedGraphQLErrors.is(error)
      ? error.errors
      : ServerError.is(error)
        ? ((JSON.parse(error.bodyText) as { errors?: { message: string; extensions: { code: string } }[] }).errors ??
          [])
        : [];
    if (error && errors.length === 0) throw error as Error;
    return {
      data: data ?? null,
      codes: errors.map(({ extensions }) => extensions?.code),
      messages: errors.map(({ message }) => message),
      sent,
    };
  };

const urql: Ask = async (name, { url, headers = {}, variables = {} }) => {
  const { sent, send } = recording({ ...asApp, 'apollo-require-preflight': 'yes', ...headers });
  const client = new Client({
    url: `${url}/graphql`,
    fetch: send,
    exchanges: [
      persistedExchange({ enableForMutation: true, generateHash: async (text) => hashOf(text) }),
      fetchExchange,
    ],
    preferGetMethod: false,
  });
  const { data, error } = await (
    name === 'touch'
      ? client.mutation(texts[name], variables, { requestPolicy: 'network-only' })
      : client.query(texts[name], variables, { requestPolicy: 'network-only' })
  ).toPromise();
  if (error?.networkError && error.graphQLErrors.length === 0) throw error.networkError;
  return {
    data: (data as unknown) ?? null,
    codes: error?.graphQLErrors.map(({ extensions }) => extensions.code) ?? [],
    messages: error?.graphQLErrors.map(({ message }) => message) ?? [],
    sent,
  };
};

/** Relay leaves the request to the app: it hands over the id that its compiler wrote, and takes `data` and `errors`. */
const relay: Ask = async (name, { url, headers = {}, variables = {} }) => {
  const { sent, send } = recording({ ...asApp, 'content-type': 'application/json', ...headers });
  let answered: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] } = {};
  const ask: FetchFunction = async ({ id, text }, given) => {
    const response = await send(`${url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ ...(id ? { documentId: `sha256:${id}` } : { query: text }), variables: given }),
    });
    answered = (await response.json()) as typeof answered;
    return answered as never;
  };
  const environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
  const request = {
    kind: 'Request',
    fragment: {
      argumentDefinitions: [],
      kind: 'Fragment',
      metadata: null,
      name,
      selections: [],
      type: 'Query',
      abstractKey: null,
    },
    operation: { argumentDefinitions: [], kind: 'Operation', name, selections: [] },
    params: { id: hashOf(texts[name]), metadata: {}, name, operationKind: 'query', text: null, cacheID: name },
  };
  const thrown = await fetchQuery(environment, request as never, variables)
    .toPromise()
    .then(
      () => undefined,
      (error: Error) => error.message,
    );
  // Of an answer without data it makes an error of its own, with the messages in it.
  for (const { message } of answered.data === undefined ? (answered.errors ?? []) : [])
    expect(thrown).toContain(message);
  return {
    data: answered.data ?? null,
    codes: answered.errors?.map(({ extensions }) => extensions.code) ?? [],
    messages: answered.errors?.map(({ message }) => message) ?? [],
    sent,
  };
};

let production: TestPlatform;
let development: TestPlatform;
beforeAll(async () => {
  const { stranger: _, ...registered } = texts;
  // No subgraph is slow here on purpose: a busy machine has the time that production gives.
  const env = { SUBGRAPH_TIMEOUT_MS: '' };
  production = await startTestPlatform('production', { documents: Object.values(registered), env });
  development = await startTestPlatform('development', { env });
});
afterAll(async () => {
  await production.stop();
  await development.stop();
});

const clients: readonly (readonly [string, Ask])[] = [
  ['@apollo/client', apollo(false)],
  ['@apollo/client with GET', apollo(true)],
  ['@urql/core', urql],
  ['relay-runtime', relay],
];

describe.each(clients)('%s', (client, ask) => {
  const knowsText = client !== 'relay-runtime';
  const home = { viewer: { id: 'account_1', displayName: 'Ada', cards: ['card_1'], __typename: 'Account' } };

  it('is answered by the hash alone: query and mutation', async () => {
    expect(await ask('home', production)).toEqual({ data: home, codes: [], messages: [], sent: ['hash'] });
    expect(await ask('touch', production)).toMatchObject({ data: { touch: true }, codes: [] });
  });

  it('is given data with the errors of a part, in the language of the caller', async () => {
    const { data, codes, messages } = await ask('careless', production);
    expect({ data, codes }).toEqual({
      data: { careless: null, providers: ['seaside-bank'] },
      codes: ['INTERNAL_SERVER_ERROR'],
    });
    expect(messages).toHaveLength(1);
  });

  it('sends the text of what is not known by its hash, and is told what it may', async () => {
    expect(await ask('stranger', production)).toMatchObject(
      knowsText
        ? {
            data: null,
            codes: ['DOCUMENT_REQUIRED'],
            messages: [expect.stringMatching(/[\u4e00-\u9fff]/)],
            sent: ['hash', 'both'],
          }
        : { data: null, codes: ['PERSISTED_QUERY_NOT_FOUND'], messages: ['PersistedQueryNotFound'] },
    );
  });

  it('is answered what it sends as text while it is being made', async () => {
    const answer = await ask('stranger', development);
    if (knowsText)
      expect(answer).toEqual({
        data: { providers: ['seaside-bank'] },
        codes: [],
        messages: [],
        sent: ['hash', 'both'],
      });
    else expect(answer.codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('stops sending hashes where its version has no documents', async () => {
    const headers = { 'apollographql-client-version': '9.9.9' };
    expect(await ask('home', { url: production.url, headers })).toMatchObject(
      knowsText
        ? { codes: ['CLIENT_UNKNOWN'], messages: [expect.stringMatching(/[\u4e00-\u9fff]/)], sent: ['hash', 'text'] }
        : { codes: ['PERSISTED_QUERY_NOT_SUPPORTED'], messages: ['PersistedQueryNotSupported'] },
    );
  });

  it('is told of a limit, of variables that do not fit, and of a token that has ended, once', async () => {
    const words = [expect.stringMatching(/[\u4e00-\u9fff]/)];
    expect(await ask('costly', production)).toEqual({
      data: null,
      codes: ['TOO_COSTLY'],
      messages: words,
      sent: ['hash'],
    });
    expect(await ask('fits', { url: production.url, variables: { on: null } })).toEqual({
      data: null,
      codes: ['BAD_USER_INPUT'],
      messages: words,
      sent: ['hash'],
    });
    const yesterday = new Date(Date.now() - 86_400_000);
    const { token } = await signAccessToken(testViewer(), yesterday, production.accessTokenKey);
    const headers = { authorization: `Bearer ${token}` };
    expect(await ask('home', { url: production.url, headers })).toEqual({
      data: null,
      codes: ['ACCESS_TOKEN_EXPIRED'],
      messages: words,
      sent: ['hash'],
    });
  });
});
