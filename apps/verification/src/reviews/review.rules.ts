import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';

/** OPEN: waits for people. ENDED: its holder gave up, or nobody decided in time. */
export const reviewStates = ['OPEN', 'APPROVED', 'MORE_ASKED', 'REFUSED', 'ENDED'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewDecisions = ['APPROVE', 'ASK_FOR_MORE', 'REFUSE'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** Why something is asked for or refused. Words for each; codes never change their meaning. */
export const reviewReasons = [
  'DOCUMENT_MISSING',
  'DOCUMENT_EXPIRES_SOON',
  'DOCUMENT_NOT_ACCEPTED',
  'DETAILS_DIFFER',
  'NOT_ELIGIBLE',
  'SUSPECTED_MISUSE',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

type Names = Readonly<Record<Locale, string>>;

/** What is looked at: a bind before its provider is asked, or a newer document of a bound card. */
export const reviewAbouts = ['BIND', 'RENEWAL'] as const;
export type ReviewAbout = (typeof reviewAbouts)[number];

/** One request to look at a binding. A binding that is sent back is looked at by another one, a round on. */
export interface Review {
  readonly id: Id<'review'>;
  readonly version: number;
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly about: ReviewAbout;
  /** Sequence of the event that asked for it: the decision says which request it answers; of a renewal its number. */
  readonly requestVersion: number;
  readonly provider: string;
  readonly providerName: Names | null;
  readonly kindName: Names | null;
  /** Any one of these is looked at; none: the request itself. As binding's profiles name them, an open list. */
  readonly documentTypes: readonly string[];
  readonly reviewersNeeded: number;
  readonly round: number;
  readonly state: ReviewState;
  readonly reasons: readonly ReviewReason[];
  readonly requestedAt: Date;
  readonly deadline: Date;
  readonly decidedAt: Date | null;
}

/** What one reviewer has said. */
export interface Vote {
  readonly reviewId: Id<'review'>;
  readonly reviewerId: Id<'account'>;
  readonly decision: ReviewDecision;
  readonly reasons: readonly ReviewReason[];
  readonly decidedAt: Date;
}

/** Whether it still waits for people. */
export const isOpen = ({ state, deadline }: Pick<Review, 'state' | 'deadline'>, now: Date): boolean =>
  state === 'OPEN' && now < deadline;
