import type { Id, Remedy } from '@bindery/kernel';
import type { Phase } from '@bindery/card-lifecycle';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import { chargeOf, type Charge } from './charge.rules';
import { stepsWhenOff } from '../next-steps/next-steps.rules';
import { isOff, type Offers } from '../next-steps/offers.rules';

/** What an unbind did, in words that do not change later (requirement 3). */
export interface Receipt {
  readonly id: Id<'receipt'>;
  readonly bindingId: Id<'binding'>;
  readonly at: Date;
  readonly text: InBothLanguages;
  readonly feeCharged: Money | null;
  readonly restorableUntil: Date | null;
}

/** What was given back of its fee, and when. */
export interface FeeRefund {
  readonly amount: Money;
  readonly at: Date;
}

/** What was given back of an unbind, long after its receipt was written; null if nothing. */
export function refundOf(charges: readonly Charge[], unboundAt: Date): FeeRefund | null {
  const charge = chargeOf(charges, unboundAt);
  return charge?.refundedAt
    ? { amount: { value: charge.value, currency: charge.currency }, at: charge.refundedAt }
    : null;
}

/** Whether what a receipt says of the card is still so. */
export const isOffNow = (phase: Phase): boolean => isOff(phase);

const remedyOf = { RESTORE: 'Restore', REBIND: 'Rebind', OPEN_DISPUTE: 'OpenDispute' } as const;

/**
 * What its holder can do about an unbind now: the next steps of the card, in their order, with the card of plastic before a dispute where that one works
 * (`cardWorks`). Of a card that is on again, nothing but ask.
 */
export function receiptRemedies(phase: Phase, cardWorks: boolean, offers: Offers): readonly Remedy[] {
  const steps = isOff(phase) ? stepsWhenOff(offers) : [];
  const toRemedy = ({ code, until }: (typeof steps)[number]): Remedy => ({
    code: remedyOf[code],
    ...(until && { until }),
  });
  const isDispute = ({ code }: (typeof steps)[number]) => code === 'OPEN_DISPUTE';
  return [
    ...steps.filter((step) => !isDispute(step)).map(toRemedy),
    ...(isOff(phase) && cardWorks ? [{ code: 'UsePhysicalCard' } as const] : []),
    ...steps.filter(isDispute).map(toRemedy),
    { code: 'ContactSupport' },
  ];
}
