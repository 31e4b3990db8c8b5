import type { Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';

/** What an unbind did, in words that do not change later (requirement 3). */
export interface Receipt {
  readonly id: Id<'receipt'>;
  readonly bindingId: Id<'binding'>;
  readonly at: Date;
  readonly text: InBothLanguages;
  readonly feeCharged: Money | null;
  readonly restorableUntil: Date | null;
}
