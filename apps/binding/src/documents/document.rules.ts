import type { Id } from '@bindery/kernel';
import { addDays, type CalendarDay } from '@bindery/values';
import type { Binding } from '../lifecycle/binding.rules';
import { dueHoldFor, noticeDays } from '../validity/validity.rules';

/** The document that a binding's holder is known by, as it was approved. */
export interface BindingDocument {
  readonly bindingId: Id<'binding'>;
  /** As verification names it, e.g. MAINLAND_ID. */
  readonly type: string;
  /** Null for one that is good for good. */
  readonly expiresOn: CalendarDay | null;
  readonly reviewId: Id<'review'>;
  readonly approvedAt: Date;
}

export const renewalStates = ['OPEN', 'APPROVED', 'MORE_ASKED', 'REFUSED'] as const;
export type RenewalState = (typeof renewalStates)[number];

/** One request to look at a newer document of a bound card. */
export interface DocumentRenewal {
  readonly id: Id<'renewal'>;
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  /** Counts the renewals of a binding; the decision names it. */
  readonly number: number;
  readonly state: RenewalState;
  readonly askedAt: Date;
  /** By when people decide; afterwards another can be asked for. */
  readonly deadline: Date;
  readonly decidedAt: Date | null;
}

/** Days in which people decide about a newer document, as about a bind. */
export const renewalDays = 3;

/** The one reason for which a binding is held by its document. */
export const documentExpired = 'DOCUMENT_EXPIRED';
export const documentHold = { owner: 'DOCUMENT', reason: documentExpired } as const;

/** Whether a binding has to be held, or let go, for its document; null where it is as it should be. */
export const dueDocumentHold = (
  binding: Pick<Binding, 'state'>,
  expiresOn: CalendarDay | null,
  graceDays: number,
  today: CalendarDay,
): 'ADD' | 'LIFT' | null => dueHoldFor(binding, { hold: documentHold, expiresOn, graceDays }, today);

/** Whether a newer document can be brought: from the first notice on. */
export const isRenewable = (expiresOn: CalendarDay | null, today: CalendarDay): boolean =>
  expiresOn !== null && expiresOn <= addDays(today, noticeDays[0]);

/** Whether people are looking at a renewal. */
export const isUnderWay = (renewal: Pick<DocumentRenewal, 'state' | 'deadline'> | null, now: Date): boolean =>
  renewal?.state === 'OPEN' && now < renewal.deadline;
