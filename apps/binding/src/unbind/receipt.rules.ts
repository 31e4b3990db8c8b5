import type { Money } from '@bindery/values';
import type { InBothLanguages } from '../lifecycle';

/** What an unbind did, in words that do not change later (requirement 3). */
export interface Receipt {
  readonly id: string;
  readonly bindingId: string;
  readonly at: Date;
  readonly text: InBothLanguages;
  readonly feeCharged: Money | null;
  readonly restorableUntil: Date | null;
}
