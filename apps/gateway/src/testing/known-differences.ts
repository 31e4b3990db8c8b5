import type { AskedOverHttp, HttpAnswer } from './beside-the-library';

/**
 * Something that our gateway answers otherwise than Apollo's, knowingly: as GraphQL.js answers it over one schema (execution/oracle.spec.ts).
 * What only shows on graphs with more of federation is among the cases of testing/graphs.
 */
export interface KnownDifference {
  readonly what: string;
  readonly why: string;
  /** A request that shows it, over the small graph while it is being made (not production). */
  readonly asked: AskedOverHttp;
  /** A subgraph that breaks each connection off. */
  readonly broken?: string;
  readonly ours: Partial<HttpAnswer>;
  readonly theirs: Partial<HttpAnswer>;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    what: 'what is asked of the schema itself is answered within a fragment with a condition too',
    why: 'The library takes such a field out of the root only, plans the fragment that is left with it, and fails. GraphQL allows it.',
    asked: { body: { query: '{ providers ... @include(if: true) { __schema { queryType { name } } } }' } },
    ours: { status: 200, body: '{"data":{"providers":["seaside-bank"],"__schema":{"queryType":{"name":"Query"}}}}\n' },
    theirs: { status: 500 },
  },
  {
    what: 'an alias that is called like a key is not taken for the key',
    why: 'The library asks for the key under the same name and answers that. Our plans have names of their own.',
    asked: { body: { query: '{ viewer { id: displayName cards } }' } },
    ours: { status: 200, body: '{"data":{"viewer":{"id":"Ada","cards":["card_1"]}}}\n' },
    theirs: { status: 200, body: '{"data":{"viewer":{"id":"account_1","cards":["card_1"]}}}\n' },
  },
  {
    what: 'null for a condition is the mistake of who sends it',
    why: 'A variable with a default may be given null, @include may not; the library fails.',
    asked: {
      body: { query: 'query ($on: Boolean = true) { providers @include(if: $on) }', variables: { on: null } },
    },
    ours: { status: 400, body: expect.stringContaining('"code":"BAD_USER_INPUT"') as unknown as string },
    theirs: { status: 500 },
  },
  {
    what: 'a part that does not answer is told at each place that is missing',
    why: 'GraphQL tells every null by an error with its path; from the library it has none.',
    asked: { body: { query: '{ viewer { id mine: cards cards } }' }, headers: { 'accept-language': 'en' } },
    broken: 'binding',
    ours: {
      status: 200,
      body: expect.stringMatching(/"path":\["viewer","mine"\].*"path":\["viewer","cards"\]/) as unknown as string,
    },
    theirs: { status: 200, body: expect.not.stringContaining('"path"') as unknown as string },
  },
];
