import { isId, isMomentText, type Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';

export const usageKinds = ['DOOR_OPENED', 'PAYMENT', 'REFUSED'] as const;
export type UsageKind = (typeof usageKinds)[number];

/** AFTER_UNBIND: the card was off. WHILE_HELD: it was blocked. WITHOUT_CONSENT: its lender was not allowed to collect. READER_NOT_TOLD: it was off, and its holder had been told that this reader may still open. */
export const useConcerns = ['AFTER_UNBIND', 'WHILE_HELD', 'WITHOUT_CONSENT', 'READER_NOT_TOLD'] as const;
export type UseConcern = (typeof useConcerns)[number];

/** One use of a card. It belongs to the account and outlives the binding (requirement 15). */
export interface UsageRecord {
  readonly id: Id<'usage'>;
  readonly provider: string;
  readonly cardId: Id<'card'>;
  readonly bindingId: Id<'binding'>;
  readonly kind: UsageKind;
  readonly place: InBothLanguages;
  readonly amount: Money | null;
  /** What is wrong about it, by what its holder had been told; null where nothing is. */
  readonly concern: UseConcern | null;
  readonly at: Date;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Clocks of terminals and ours differ by less; signatures are given as much. */
const aheadMsMax = 5 * minuteMs;
/** How late a use may be told. Offline doors hand over what they noted within weeks; a payment may be cleared, or corrected, months later. */
const daysMax: Readonly<Record<UsageKind, number>> = { DOOR_OPENED: 62, PAYMENT: 400, REFUSED: 62 };

/** Whether a use can have been at that time, as seen `now`. The history begins with the latest, so one from the future would stand there for ever. */
export function isCredible({ kind, at }: Pick<UsageRecord, 'kind' | 'at'>, now: Date): boolean {
  const agoMs = now.getTime() - at.getTime();
  return agoMs >= -aheadMsMax && agoMs <= daysMax[kind] * dayMs;
}

/** The place of a use in the order: uses come late and out of order, so it is the time of the use, then its id. */
export const usageKey = ({ at, id }: Pick<UsageRecord, 'at' | 'id'>): string => `${at.toISOString()} ${id}`;

/** Times of uses are stored with no more than whole milliseconds, as keys tell them. */
export const isUsageKey = (key: string): boolean => {
  const [at = '', id = ''] = readUsageKey(key);
  return isMomentText(at) && isId('usage', id);
};

/** The columns of a key: time, then id. */
export const readUsageKey = (key: string): readonly string[] => [
  key.slice(0, key.indexOf(' ')),
  key.slice(key.indexOf(' ') + 1),
];
