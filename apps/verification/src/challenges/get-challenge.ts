import type { EntityManager } from 'typeorm';
import { isId } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { findChallenges } from './challenge.repository';
import { isVisibleTo, type Challenge } from './challenge.rules';

/** The challenges of the ids, in their order; null for one that is unknown or not the viewer's. */
export type GetChallenge = (ids: readonly string[], viewer: Viewer | null) => Promise<(Challenge | null)[]>;

export function createGetChallenge(db: EntityManager): GetChallenge {
  return async (ids, viewer) => {
    const known = ids.filter((id) => isId('challenge', id));
    const found = new Map<string, Challenge>(
      (await findChallenges(db, known)).map((challenge) => [challenge.id, challenge]),
    );
    return ids.map((id) => {
      const challenge = found.get(id);
      return challenge && isVisibleTo(challenge, viewer) ? challenge : null;
    });
  };
}
