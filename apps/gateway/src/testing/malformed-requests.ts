import {
  sample,
  constant,
  constantFrom,
  dictionary,
  integer,
  json,
  oneof,
  option,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { hashOf } from '../door/documents/document-manifest';
import { testClient } from './test-platform';

export interface MalformedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Cuts a good text somewhere and puts something in its place. */
const broken = (texts: readonly string[]): Arbitrary<string> =>
  tuple(
    constantFrom(...texts),
    integer({ min: 0, max: 80 }),
    integer({ min: 0, max: 12 }),
    oneof(
      string(),
      constantFrom('}', '{', '"', '$', '@', '...', '!', 'null', '\u0000', '{ id }', 'provder', '__schema'),
    ),
  ).map(([text, at, length, instead]) => text.slice(0, at) + instead + text.slice(at + length));

const values = oneof(
  json().map((text) => JSON.parse(text) as unknown),
  string(),
  integer(),
  constantFrom<unknown>(
    null,
    true,
    [],
    {},
    '127.0.0.1',
    "'; DROP TABLE cards; --",
    { id: { $ne: 1 } },
    'x'.repeat(5_000),
  ),
);

/** Headers are ASCII by construction: another would never leave the sender. */
const header = string({ maxLength: 40 }).map((text) => text.replace(/[^\x21-\x7e]/g, 'x'));

const mostly = <T>(usual: T, odd: Arbitrary<T>) =>
  oneof({ weight: 8, arbitrary: constant(usual) }, { weight: 1, arbitrary: odd });

const usualHeaders = record({
  'content-type': mostly(
    'application/json',
    oneof(
      header,
      constantFrom(
        'text/plain',
        'application/json; charset=latin1',
        'multipart/form-data; boundary=x',
        'application/graphql',
        'nonsense',
      ),
    ),
  ),
  'apollographql-client-name': mostly<string>(testClient.app, header),
  'apollographql-client-version': mostly<string>(testClient.version, header),
});

const oddHeaders = record(
  {
    accept: oneof(
      constantFrom('application/json', 'application/graphql-response+json', '*/*', 'text/html', 'multipart/mixed'),
      header,
    ),
    'accept-language': constantFrom('en', 'zh-CN', 'fr', '*;q=2'),
    authorization: oneof(
      header,
      header.map((text) => `Bearer ${text}`),
      constant('Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'),
    ),
    'apollo-require-preflight': constant('yes'),
    traceparent: header,
  },
  { requiredKeys: [] },
);

/** Two of three requests come through the first checks, so that the later ones have work too. */
const headers = tuple(
  usualHeaders,
  oneof({ weight: 2, arbitrary: constant({}) }, { weight: 1, arbitrary: oddHeaders }),
).map(([usual, odd]): Record<string, string> => ({ ...usual, ...odd }));

function bodies(documents: readonly string[]): Arbitrary<string> {
  const good = constantFrom(...documents);
  const operation = record(
    {
      query: oneof(good, broken(documents), values),
      documentId: oneof(
        good.map((text) => `sha256:${hashOf(text)}`),
        values,
      ),
      variables: oneof(dictionary(constantFrom('id', 'on', '__proto__', 'x'), values), values),
      operationName: values,
      extensions: values,
    },
    { requiredKeys: [] },
  );
  const named = oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: constant('{ unregistered }') }).map(
    (text) => `sha256:${hashOf(text)}`,
  );
  const byId = record(
    {
      documentId: named,
      variables: dictionary(constantFrom('id', 'on', 'x'), values),
      operationName: constantFrom('Missing', 'A'),
    },
    { requiredKeys: ['documentId'] },
  );
  const text = oneof(
    { weight: 4, arbitrary: operation },
    { weight: 3, arbitrary: byId },
    { weight: 1, arbitrary: values },
    { weight: 1, arbitrary: tuple(operation, operation) },
  ).map((body) => JSON.stringify(body) ?? '');
  return oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: text.map((whole) => whole.slice(0, -3)) },
    { weight: 1, arbitrary: string() },
  );
}

/** Requests that are wrong in every way a stranger may think of, the same ones for the same seed. */
export function malformedRequests(documents: readonly string[], count: number, seed: number): MalformedRequest[] {
  const search = dictionary(
    constantFrom('query', 'documentId', 'variables', 'extensions', 'operationName'),
    oneof(broken(documents), string(), json()),
  ).map((parameters) => new URLSearchParams(parameters).toString());
  const post = tuple(headers, option(bodies(documents), { nil: undefined, freq: 30 })).map(([given, body]) => ({
    method: 'POST',
    path: '/graphql',
    headers: given,
    ...(body === undefined ? {} : { body }),
  }));
  const get = tuple(headers, search).map(([{ 'content-type': _none, ...given }, parameters]) => ({
    method: 'GET',
    path: `/graphql?${parameters}`,
    headers: { 'apollo-require-preflight': 'yes', ...given },
  }));
  const other = tuple(headers, constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS')).map(
    ([{ 'content-type': _none, ...given }, method]) => ({ method, path: '/graphql', headers: given }),
  );
  const requests = oneof(
    { weight: 16, arbitrary: post },
    { weight: 3, arbitrary: get },
    { weight: 1, arbitrary: other },
  );
  return sample(requests, { numRuns: count, seed }) as MalformedRequest[];
}
