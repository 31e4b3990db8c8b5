import type { Id } from '@bindery/kernel';
import { isOpen, type Review, type ReviewDecision, type ReviewState, type Vote } from '../review.rules';

export interface ReviewClosed {
  readonly kind: 'REVIEW_CLOSED';
}
export interface OwnReview {
  readonly kind: 'OWN_REVIEW';
}
export interface ReviewedAlready {
  readonly kind: 'REVIEWED_ALREADY';
}
export interface DocumentMissing {
  readonly kind: 'DOCUMENT_MISSING';
}
/** Something else was stated since they looked. */
export interface ReviewMoved {
  readonly kind: 'REVIEW_MOVED';
}
type VoteRefusal = ReviewClosed | OwnReview | ReviewedAlready | DocumentMissing | ReviewMoved;

interface Asking {
  readonly review: Review;
  readonly votes: readonly Vote[];
  readonly reviewerId: Id<'account'>;
  readonly decision: ReviewDecision;
  /** Whether a document that is wanted has been stated, and is good today. */
  readonly documentThere: boolean;
  /** Whether what was looked at is all that is stated now. */
  readonly documentsSeen: boolean;
  readonly now: Date;
}

/** Why this person may not say this now; null when they may. Nobody looks at a card of their own, and no two approvals are of one person. */
export function refuseVote(asking: Asking): VoteRefusal | null {
  const { review, votes, reviewerId, decision, documentThere, documentsSeen, now } = asking;
  if (reviewerId === review.accountId) return { kind: 'OWN_REVIEW' };
  if (!isOpen(review, now)) return { kind: 'REVIEW_CLOSED' };
  if (votes.some((vote) => vote.reviewerId === reviewerId)) return { kind: 'REVIEWED_ALREADY' };
  if (decision !== 'APPROVE' || review.documentTypes.length === 0) return null;
  if (!documentThere) return { kind: 'DOCUMENT_MISSING' };
  return documentsSeen ? null : { kind: 'REVIEW_MOVED' };
}

const states: Record<ReviewDecision, ReviewState> = {
  APPROVE: 'APPROVED',
  ASK_FOR_MORE: 'MORE_ASKED',
  REFUSE: 'REFUSED',
};

/** What all that was said comes to: an approval takes as many people as are needed, anything else one. OPEN where it is not enough yet. */
export function outcomeOf(
  { reviewersNeeded }: Pick<Review, 'reviewersNeeded'>,
  votes: readonly Vote[],
): { readonly state: ReviewState; readonly reviewerIds: readonly Id<'account'>[] } {
  const last = votes.at(-1);
  if (!last) return { state: 'OPEN', reviewerIds: [] };
  const agreed = votes.filter(({ decision }) => decision === last.decision).map(({ reviewerId }) => reviewerId);
  const enough = last.decision !== 'APPROVE' || new Set(agreed).size >= reviewersNeeded;
  return { state: enough ? states[last.decision] : 'OPEN', reviewerIds: agreed };
}
