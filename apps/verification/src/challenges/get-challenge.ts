import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { listChallengesById } from './challenge.repository';
import { isVisibleTo, type Challenge } from './challenge.rules';

/** The challenges of the ids, in their order; null for one that is unknown or not the viewer's. */
export type GetChallenge = (ids: readonly Challenge['id'][], viewer: Viewer | null) => Promise<(Challenge | null)[]>;

export function createGetChallenge(db: EntityManager): GetChallenge {
  return async (ids, viewer) => {
    const found = new Map((await listChallengesById(db, ids)).map((challenge) => [challenge.id, challenge]));
    return ids.map((id) => {
      const challenge = found.get(id);
      return challenge && isVisibleTo(challenge, viewer) ? challenge : null;
    });
  };
}
