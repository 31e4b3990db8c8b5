import type { RequestContext } from '@bindery/subgraph';
import type { GetViewer, SignedInViewer } from './get-viewer';

/** Who is signed in, read once for each request; null for a stranger and for a session that is over. */
export type LoadViewer = (context: RequestContext) => Promise<SignedInViewer | null>;

export function createLoadViewer(getViewer: GetViewer): LoadViewer {
  return async ({ viewer, loader }) => {
    if (!viewer) return null;
    const viewers = loader<string, SignedInViewer | null>('viewer', (sessionIds) =>
      Promise.all(sessionIds.map((id) => getViewer(viewer.accountId, id))),
    );
    return viewers.load(viewer.sessionId);
  };
}
