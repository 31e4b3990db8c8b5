import type { Id, Remedy } from '@bindery/kernel';
import type { Phase } from '@bindery/card-lifecycle';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import { chargeOf, type Charge } from './charge.rules';
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

/** What its holder can do about an unbind now: of a card that is on again, nothing but ask. `cardWorks`: the one of plastic does. */
export const receiptRemedies = (
  phase: Phase,
  cardWorks: boolean,
  { rebind, dispute }: Pick<Offers, 'rebind' | 'dispute'>,
): readonly Remedy[] => [
  ...(rebind ? [{ code: 'Rebind' } as const] : []),
  ...(isOff(phase) && cardWorks ? [{ code: 'UsePhysicalCard' } as const] : []),
  ...(dispute ? [{ code: 'OpenDispute' } as const] : []),
  { code: 'ContactSupport' },
];
