import type { InBothLanguages, Money } from '../catalogue/provider-profile.rules';

export const usageKinds = ['DOOR_OPENED', 'PAYMENT', 'REFUSED'] as const;
export type UsageKind = (typeof usageKinds)[number];

/** One use of a card. It belongs to the account and outlives the binding (requirement 15). */
export interface UsageRecord {
  readonly id: string;
  readonly cardId: string;
  readonly bindingId: string;
  readonly kind: UsageKind;
  readonly place: InBothLanguages;
  readonly amount: Money | null;
  readonly at: Date;
}
