import type { DataSource } from 'typeorm';
import type { Challenge } from '../challenges/challenge.rules';
import { byDeadline, type WaitingBinding } from './waiting.rules';
import { challengeRepository } from '../challenges/challenge.repository';
import { knownBindingRepository } from '../proofs/known-binding.repository';

/** Something that waits for the holder. */
export type Waiting =
  | { readonly of: 'CHALLENGE'; readonly deadline: Date; readonly challenge: Challenge }
  | { readonly of: 'BINDING'; readonly deadline: Date | null; readonly binding: WaitingBinding };

/** What waits for an account, the soonest deadline first. */
export type ListWaiting = (accountId: string, now: Date) => Promise<Waiting[]>;

export function createListWaiting(dataSource: DataSource): ListWaiting {
  return async (accountId, now) => {
    const [challenges, bindings] = await Promise.all([
      challengeRepository.listOpen(dataSource.manager, accountId, now),
      knownBindingRepository.listWaiting(dataSource.manager, accountId),
    ]);
    const waiting: Waiting[] = [
      ...challenges.map((challenge) => ({ of: 'CHALLENGE', deadline: challenge.expiresAt, challenge }) as const),
      ...bindings.map((binding) => ({ of: 'BINDING', deadline: binding.deadline, binding }) as const),
    ];
    return waiting.sort(byDeadline);
  };
}
