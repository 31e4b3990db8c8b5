import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { Clock } from '@bindery/kernel';
import type { CountStale } from '@bindery/messaging';
import type { Catalogue } from '../catalogue';
import { keepApproved, type TakeRenewal } from '../documents';
import { listReviewVersions, lockBinding, prepareOperation, type AskedTrigger, type Transitions } from '../lifecycle';
import { insertReviewers } from './binding-reviewer.repository';
import { answerDeadlineOf, roundsLeft } from './review.rules';

export interface OnReviewDecidedDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly takeRenewal: TakeRenewal;
  readonly countStale: CountStale;
  readonly clock: Clock;
}

type Decided = EventOf<'bindery.review.decided.v1'>;

/**
 * Reviewers have decided: the provider is asked, more is asked of the holder, or the binding is over. The machine holds who may decide by itself; a
 * decision that it refuses is an error of ours, and becomes a dead letter that people see. One about an earlier request, or that came when the holder
 * had given up, changes nothing. Who decided is remembered: they do not decide a dispute of it.
 */
export function createOnReviewDecided({ transitions, catalogue, takeRenewal, countStale, clock }: OnReviewDecidedDeps) {
  return async ({ type, data }: Decided, tx: EntityManager): Promise<void> => {
    const locked = await lockBinding(tx, data.bindingId, data.accountId);
    if (data.about === 'RENEWAL') return countStale(type, locked !== null && (await takeRenewal(tx, locked, data)));
    const versions = locked ? await listReviewVersions(tx, data.bindingId) : [];
    const isNews = locked?.binding.state.phase === 'IN_REVIEW' && versions.at(-1) === data.requestVersion;
    countStale(type, isNews);
    if (!locked || !isNews) return;
    const now = clock.now();
    const operation = prepareOperation('BIND', catalogue.profileOf(locked.binding.provider), now);
    const trigger = triggerOf(data, { operation, roundsLeft: roundsLeft(versions.length) });
    const taken = await transitions.take(tx, locked, trigger, {
      channel: 'REVIEW',
      ...(trigger.type === 'Refuse' ? { cause: data.reasons[0] ?? 'REVIEW_REFUSED' } : {}),
      ...(trigger.type === 'AskForMore'
        ? { reason: data.reasons[0], extras: { deadline: answerDeadlineOf(now) } }
        : {}),
    });
    if (!taken.ok)
      throw new Error(`the decision of ${data.reviewId} was refused: ${taken.error.guard ?? taken.error.kind}`);
    const { reviewId, bindingId, reviewerIds } = data;
    const reviewers = [...new Set(reviewerIds)].map((accountId) => ({
      reviewId,
      accountId,
      bindingId,
      decidedAt: now,
    }));
    await insertReviewers(tx, reviewers);
    if (data.decision === 'APPROVE') await keepApproved(tx, data);
  };
}

interface Known {
  readonly operation: ReturnType<typeof prepareOperation<'BIND'>>;
  readonly roundsLeft: number;
}

function triggerOf({ decision, reviewerIds, reviewersNeeded, accountId, reasons }: Decided['data'], known: Known) {
  const actor = 'REVIEWER' as const;
  switch (decision) {
    case 'APPROVE':
      return {
        type: 'Approve',
        actor,
        reviewerIsHolder: reviewerIds.includes(accountId),
        highRisk: reviewersNeeded > 1,
        reviewers: new Set(reviewerIds).size,
        operation: known.operation,
      } as const satisfies AskedTrigger;
    case 'ASK_FOR_MORE':
      return { type: 'AskForMore', actor, roundsLeft: known.roundsLeft, reasons } as const satisfies AskedTrigger;
    case 'REFUSE':
      return { type: 'Refuse', actor } as const satisfies AskedTrigger;
  }
}
