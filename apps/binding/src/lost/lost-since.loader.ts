import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@bindery/subgraph';
import { listReported } from './lost.repository';
import type { LostId } from './lost.rules';

/** Since when something of the viewer is reported lost; all that a request asks about is read together. */
export type LoadLostSince = (context: RequestContext, id: LostId) => Promise<Date | null>;

export function createLoadLostSince(db: EntityManager): LoadLostSince {
  return async ({ loader, viewer }, id) => {
    if (!viewer) return null;
    const load = async (ids: readonly LostId[]) => {
      const since = new Map(
        (await listReported(db, viewer.accountId, ids)).map(({ subjectId, reportedAt }) => [subjectId, reportedAt]),
      );
      return ids.map((one) => since.get(one) ?? null);
    };
    return loader('lost since', load).load(id);
  };
}
