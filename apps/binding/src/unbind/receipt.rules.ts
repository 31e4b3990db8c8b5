import type { Id, Remedy } from '@bindery/kernel';
import type { Phase } from '@bindery/card-lifecycle';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
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

/** What its holder can do about an unbind now: of a card that is on again, nothing but ask. */
export const receiptRemedies = (phase: Phase, { rebind }: Pick<Offers, 'rebind'>): readonly Remedy[] => [
  ...(rebind ? [{ code: 'Rebind' } as const] : []),
  ...(isOff(phase) ? [{ code: 'UsePhysicalCard' } as const] : []),
  { code: 'ContactSupport' },
];
