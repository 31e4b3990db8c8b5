import type { AskedOverHttp, HttpAnswer } from './beside-the-library';

/** Something that our gateway answers otherwise than Apollo's, on purpose. Everything else is the same, to the byte. */
export interface KnownDifference {
  readonly what: string;
  readonly why: string;
  /** A request that shows it, over the small graph while it is being made (not production). */
  readonly asked: AskedOverHttp;
  /** What ours would be if it were the library's. */
  readonly undo: (ours: HttpAnswer) => unknown;
  readonly redo: (theirs: HttpAnswer) => unknown;
}

const withoutExtensions = ({ body }: HttpAnswer) => {
  const { extensions: _extensions, ...others } = JSON.parse(body) as Record<string, unknown>;
  return others;
};

export const knownDifferences: readonly KnownDifference[] = [
  {
    what: 'the plan is not told to who sends the header apollo-query-plan-experimental',
    why: 'It names subgraphs and what they are asked. The library tells it wherever NODE_ENV is not production; ours has no such way.',
    asked: { body: { query: '{ providers }' }, headers: { 'apollo-query-plan-experimental': '1' } },
    undo: withoutExtensions,
    redo: withoutExtensions,
  },
];
