import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listOpenChallenges, type Challenge } from '../challenges';
import { listKnownBindings, type KnownBinding } from '../proofs';
import { listOpenReviewsWith, type OpenReview } from '../reviews';
import { listWaitingDisputes } from './known-dispute.repository';
import type { KnownDispute } from './known-dispute.rules';
import { listOpenRemovals } from './known-removal.repository';
import type { KnownRemoval } from './known-removal.rules';
import { listKnownWantedCards } from './known-wanted-card.repository';
import type { KnownWantedCard } from './known-wanted-card.rules';
import { byDeadline, waitingPhases, type WaitingPhase } from './waiting.rules';

/** Something that waits for the holder. */
export type Waiting =
  | { readonly of: 'CHALLENGE'; readonly deadline: Date; readonly challenge: Challenge }
  | { readonly of: 'REVIEW'; readonly deadline: Date; readonly open: OpenReview }
  | { readonly of: 'DISPUTE'; readonly deadline: Date | null; readonly dispute: KnownDispute }
  | { readonly of: 'REMOVAL'; readonly deadline: Date | null; readonly removal: KnownRemoval }
  | { readonly of: 'CARD'; readonly deadline: Date | null; readonly wanted: KnownWantedCard }
  | {
      readonly of: 'BINDING';
      readonly deadline: Date | null;
      readonly binding: KnownBinding & { readonly phase: WaitingPhase };
    };

/** What waits for an account, the soonest deadline first. */
export type ListWaiting = (accountId: Id<'account'>, now: Date) => Promise<Waiting[]>;

export function createListWaiting(db: EntityManager): ListWaiting {
  return async (accountId, now) => {
    const [challenges, bindings, reviews, disputes, removals, cards] = await Promise.all([
      listOpenChallenges(db, accountId, now),
      listKnownBindings(db, accountId, waitingPhases),
      listOpenReviewsWith(db, accountId, now),
      listWaitingDisputes(db, accountId, now),
      listOpenRemovals(db, accountId, now),
      listKnownWantedCards(db, accountId, now),
    ]);
    const waiting: Waiting[] = [
      ...challenges.map((challenge) => ({ of: 'CHALLENGE', deadline: challenge.expiresAt, challenge }) as const),
      ...reviews.map((open) => ({ of: 'REVIEW', deadline: open.review.deadline, open }) as const),
      ...disputes.map((dispute) => ({ of: 'DISPUTE', deadline: dispute.deadline, dispute }) as const),
      ...removals.map((removal) => ({ of: 'REMOVAL', deadline: removal.answerBy, removal }) as const),
      ...cards.map((wanted) => ({ of: 'CARD', deadline: wanted.deadline, wanted }) as const),
      ...bindings.map((binding) => ({ of: 'BINDING', deadline: binding.deadline, binding }) as const),
    ];
    return waiting.sort(byDeadline);
  };
}
