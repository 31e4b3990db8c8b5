import type { EntityManager } from 'typeorm';
import { err, invalidField, ok, type Clock, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once, OnceRefusal } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import { dayOf } from '@bindery/values';
import { listDocuments } from '../document/stated-document.repository';
import {
  digestOfDocuments,
  documentZone,
  isGoodOn,
  isStatedFor,
  type StatedDocument,
} from '../document/stated-document.rules';
import { insertVote, listVotes, lockReview, saveReview } from '../review.repository';
import type { Review, ReviewDecision, ReviewReason, Vote } from '../review.rules';
import { outcomeOf, refuseVote } from './decide.rules';

interface DecideReviewCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly reviewId: Id<'review'>;
  readonly decision: ReviewDecision;
  readonly reasons: readonly ReviewReason[];
  /** What was looked at. */
  readonly documentsDigest?: string | null;
}

export type DecideReviewError =
  OnceRefusal | InvalidInput | NonNullable<ReturnType<typeof refuseVote>> | { readonly kind: 'NOT_FOUND' };

type Outcome = Result<{ reviewId: Id<'review'> }, DecideReviewError>;
export type DecideReview = (command: DecideReviewCommand) => Promise<Outcome>;

export interface DecideReviewDeps {
  readonly once: Once;
  readonly outbox: Outbox;
  readonly security: SecurityLog;
  readonly clock: Clock;
}

const reasonsMax = 5;

/** A reviewer says their word; binding hears of it when it decides the matter. */
export function createDecideReview(deps: DecideReviewDeps): DecideReview {
  const { once, clock } = deps;
  return async ({ viewer, idempotencyKey, reviewId, decision, reasons, documentsDigest = null }) => {
    const fault = faultOfReasons(decision, reasons);
    if (fault) return err(fault);
    const reviewerId = viewer.accountId;
    const said = await once(
      {
        owner: reviewerId,
        operation: 'decideReview',
        idempotencyKey,
        request: { reviewId, decision, reasons, documentsDigest },
      },
      async (tx): Promise<Outcome> => {
        const review = await lockReview(tx, reviewId);
        if (!review) return err({ kind: 'NOT_FOUND' });
        const now = clock.now();
        const votes = await listVotes(tx, [reviewId]);
        const stated = await listDocuments(tx, [review.bindingId]);
        const document = findGoodDocument(stated, review, now);
        const documentThere = document !== undefined;
        const documentsSeen = digestOfDocuments(stated) === documentsDigest;
        const refused = refuseVote({ review, votes, reviewerId, decision, documentThere, documentsSeen, now });
        if (refused) return err(refused);
        const vote: Vote = { reviewId, reviewerId, decision, reasons, decidedAt: now };
        await insertVote(tx, vote);
        const { state, reviewerIds } = outcomeOf(review, [...votes, vote]);
        const next: Review = { ...review, state, reasons, decidedAt: now, version: review.version + 1 };
        if (state !== 'OPEN') {
          await saveReview(tx, review, next);
          await announce(deps.outbox, tx, next, { decision, reviewerIds, document });
        }
        return ok({ reviewId });
      },
    );
    if (said.ok)
      deps.security.record('review-decided', { userId: reviewerId, labels: { subject: reviewId, role: 'REVIEWER' } });
    return said;
  };
}

function faultOfReasons(decision: ReviewDecision, reasons: readonly ReviewReason[]): InvalidInput | null {
  if (decision === 'APPROVE') return reasons.length > 0 ? invalidField('reasons', 'NOT_WANTED') : null;
  if (reasons.length === 0) return invalidField('reasons', 'REQUIRED');
  return reasons.length > reasonsMax ? invalidField('reasons', 'TOO_MANY', reasonsMax) : null;
}

/** The newest that is wanted, stated for this review, and good today. */
function findGoodDocument(stated: readonly StatedDocument[], review: Review, now: Date): StatedDocument | undefined {
  const today = dayOf(now, documentZone);
  return stated.find((document) => isStatedFor(document, review) && isGoodOn(document, today));
}

async function announce(
  outbox: Outbox,
  tx: EntityManager,
  {
    id: reviewId,
    version,
    bindingId,
    accountId,
    provider,
    about,
    requestVersion,
    reviewersNeeded,
    reasons,
    decidedAt,
  }: Review,
  {
    decision,
    reviewerIds,
    document,
  }: {
    readonly decision: ReviewDecision;
    readonly reviewerIds: readonly Id<'account'>[];
    readonly document: StatedDocument | undefined;
  },
): Promise<void> {
  if (!decidedAt) throw new Error(`${reviewId} was not decided`);
  const subject = { reviewId, bindingId, accountId, provider, requestVersion, about };
  const foundedOn = decision === 'APPROVE' && document ? documentOf(document) : {};
  const decided = { decision, reasons: [...reasons], reviewerIds: [...reviewerIds], reviewersNeeded };
  await outbox.append(tx, {
    type: 'bindery.review.decided.v1',
    key: reviewId,
    sequence: version,
    data: { ...subject, ...decided, ...foundedOn, at: decidedAt.toISOString() },
  });
}

/** Of a document nothing leaves this service but what it is and its last day. */
const documentOf = ({ type, expiresOn }: StatedDocument) => ({
  approved: { type, ...(expiresOn !== null && { expiresOn }) },
});
