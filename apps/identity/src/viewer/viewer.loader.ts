import type { RequestContext } from '@bindery/subgraph';
import type { SignedInViewer } from '../sessions';
import type { GetViewer } from './get-viewer';

/** Who is signed in, read once for each request; null for a stranger and for a session that is over. */
export type LoadViewer = (context: RequestContext) => Promise<SignedInViewer | null>;

export function createLoadViewer(getViewer: GetViewer): LoadViewer {
  return async ({ viewer, loader }) => {
    if (!viewer) return null;
    const { accountId } = viewer;
    const viewers = loader<typeof viewer.sessionId, SignedInViewer | null>('viewer', (sessionIds) =>
      Promise.all(sessionIds.map((sessionId) => getViewer({ accountId, sessionId }))),
    );
    return viewers.load(viewer.sessionId);
  };
}
