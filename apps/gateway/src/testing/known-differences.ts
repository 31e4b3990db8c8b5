import type { AskedOverHttp, HttpAnswer } from './beside-the-library';

/** Something that our gateway answers otherwise than Apollo's, knowingly. Everything else is the same, to the byte. */
export interface KnownDifference {
  readonly what: string;
  readonly why: string;
  /** A request that shows it, over the small graph while it is being made (not production). */
  readonly asked: AskedOverHttp;
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
];
