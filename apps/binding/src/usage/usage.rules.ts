import type { Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';

export const usageKinds = ['DOOR_OPENED', 'PAYMENT', 'REFUSED'] as const;
export type UsageKind = (typeof usageKinds)[number];

/** One use of a card. It belongs to the account and outlives the binding (requirement 15). */
export interface UsageRecord {
  readonly id: Id<'usage'>;
  readonly cardId: Id<'card'>;
  readonly bindingId: Id<'binding'>;
  readonly kind: UsageKind;
  readonly place: InBothLanguages;
  readonly amount: Money | null;
  readonly at: Date;
}

/** The place of a use in the order: uses come late and out of order, so it is the time of the use, then its id. */
export const usageKey = ({ at, id }: Pick<UsageRecord, 'at' | 'id'>): string => `${at.toISOString()} ${id}`;

export function readUsageKey(after: string | undefined): { at: Date; id: string } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) (usage_\w+)$/.exec(after ?? '');
  const at = new Date(match?.[1] ?? Number.NaN);
  return match?.[2] && !Number.isNaN(at.getTime()) ? { at, id: match[2] } : undefined;
}
