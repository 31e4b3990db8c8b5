import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listOpenChallenges, type Challenge } from '../challenges';
import { listKnownBindings, type KnownBinding } from '../proofs';
import { byDeadline, waitingPhases, type WaitingPhase } from './waiting.rules';

/** Something that waits for the holder. */
export type Waiting =
  | { readonly of: 'CHALLENGE'; readonly deadline: Date; readonly challenge: Challenge }
  | {
      readonly of: 'BINDING';
      readonly deadline: Date | null;
      readonly binding: KnownBinding & { readonly phase: WaitingPhase };
    };

/** What waits for an account, the soonest deadline first. */
export type ListWaiting = (accountId: Id<'account'>, now: Date) => Promise<Waiting[]>;

export function createListWaiting(db: EntityManager): ListWaiting {
  return async (accountId, now) => {
    const [challenges, bindings] = await Promise.all([
      listOpenChallenges(db, accountId, now),
      listKnownBindings(db, accountId, waitingPhases),
    ]);
    const waiting: Waiting[] = [
      ...challenges.map((challenge) => ({ of: 'CHALLENGE', deadline: challenge.expiresAt, challenge }) as const),
      ...bindings.map((binding) => ({ of: 'BINDING', deadline: binding.deadline, binding }) as const),
    ];
    return waiting.sort(byDeadline);
  };
}
