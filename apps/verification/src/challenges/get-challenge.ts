import type { DataSource } from 'typeorm';
import type { Challenge } from './challenge.rules';
import { isVisibleTo } from './visibility.rules';
import { challengeRepository } from './challenge.repository';

/** The challenges of the ids, in their order; null for one that is unknown or not the asker's. */
export type GetChallenge = (ids: readonly string[], accountId: string | undefined) => Promise<(Challenge | null)[]>;

export function createGetChallenge(dataSource: DataSource): GetChallenge {
  return async (ids, accountId) => {
    const found = new Map(
      (await challengeRepository.find(dataSource.manager, ids)).map((challenge) => [challenge.id, challenge]),
    );
    return ids.map((id) => {
      const challenge = found.get(id);
      return challenge && isVisibleTo(challenge, accountId) ? challenge : null;
    });
  };
}
