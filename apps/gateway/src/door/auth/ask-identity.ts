import type { Subgraphs } from '../../execution/subgraph';
import type { AskIdentity } from './session-check';

/** Nobody who writes waits longer for it: an answer of identity takes some milliseconds. */
const askMs = 2_000;

/** Identity knows no viewer once the session is over. Signed like every request to a subgraph, and only for this viewer. */
const request = { query: '{viewer{__typename}}', variables: {} } as const;

/** The question to identity's part of the graph, by the way of all others: its breaker, its connections, its signature. */
export function createAskIdentity({ identity }: Subgraphs): AskIdentity {
  if (!identity) throw new Error('who is signed in is asked at the subgraph identity, which has no URL');
  return async (context) => {
    let late: NodeJS.Timeout | undefined;
    const inTime = new Promise<undefined>((resolve) => (late = setTimeout(() => resolve(undefined), askMs)));
    const asked = identity.process({ request, context }).then(
      ({ data, errors }) => (errors?.length || !data ? undefined : data.viewer !== null && data.viewer !== undefined),
      () => undefined,
    );
    const answer = await Promise.race([asked, inTime]);
    clearTimeout(late);
    return answer;
  };
}
