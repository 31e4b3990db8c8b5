import type { Hold } from '@bindery/card-lifecycle';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import { addDays, type CalendarDay } from '@bindery/values';

/** How many days before the last one of a card its holder is told (requirement 34), the first time first. */
export const noticeDays = [60, 30, 7, 1] as const;
export type NoticeDays = (typeof noticeDays)[number];

/** The one reason for which a card is held by its validity. */
export const cardExpired = 'CARD_EXPIRED';
export const cardHold = { owner: 'VALIDITY', reason: cardExpired } as const;

/** Days from one to another, as the calendar counts them. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * The notice that is due; null if none is, or it was given. After a clock has jumped, or a service has stood still, it is the last of several
 * and the others are not made up for.
 */
export function dueNotice(expiresOn: CalendarDay, today: CalendarDay, given: readonly number[]): NoticeDays | null {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return null;
  const due = noticeDays.findLast((days) => left <= days);
  return due === undefined || given.some((days) => days <= due) ? null : due;
}

/** Last day on which a card is taken: its own, and the days of grace of its provider. */
export const worksUntil = (expiresOn: CalendarDay, graceDays: number): CalendarDay =>
  graceDays === 0 ? expiresOn : addDays(expiresOn, graceDays);

/** How long something that a binding stands on is good for: a card, or the document that its holder is known by. */
export interface LastDays {
  /** The hold of a binding whose days are over. */
  readonly hold: Pick<Hold, 'owner' | 'reason'>;
  /** Null where it is good for good. */
  readonly expiresOn: CalendarDay | null;
  readonly graceDays: number;
}

/** Whether a binding has to be held, or let go, for a last day; null where it is as it should be. */
export function dueHoldFor(
  { state }: Pick<Binding, 'state'>,
  { hold, expiresOn, graceDays }: LastDays,
  today: CalendarDay,
): 'ADD' | 'LIFT' | null {
  if (state.phase !== 'BOUND') return null;
  const isHeld = state.holds.some(({ owner, reason }) => owner === hold.owner && reason === hold.reason);
  const isOver = expiresOn !== null && worksUntil(expiresOn, graceDays) < today;
  if (isOver === isHeld) return null;
  return isOver ? 'ADD' : 'LIFT';
}

/** Whether anything has to be done for a last day: its holder is told, or the binding is held or let go. */
export const isDueFor = (
  binding: Pick<Binding, 'state'>,
  last: LastDays,
  given: readonly number[],
  today: CalendarDay,
): boolean =>
  (last.expiresOn !== null && dueNotice(last.expiresOn, today, given) !== null) ||
  dueHoldFor(binding, last, today) !== null;

/** Whether a card has to be held, or let go, for its validity; null where it is as it should be. */
export const dueHold = (
  binding: Pick<Binding, 'state'>,
  { expiresOn }: Pick<Card, 'expiresOn'>,
  graceDays: number,
  today: CalendarDay,
): 'ADD' | 'LIFT' | null => dueHoldFor(binding, { hold: cardHold, expiresOn, graceDays }, today);

/** What an issuer says of a card that it has renewed. */
export interface CardUpdate {
  readonly token?: string;
  readonly lastFour?: string;
  readonly expiresOn?: CalendarDay;
}

/** The card after it; null where nothing is new of it. One that was overtaken by a later renewal is told by its earlier day, and changes nothing. */
export function updatedCard(card: Card, { token, lastFour, expiresOn }: CardUpdate): Card | null {
  const isOvertaken = expiresOn !== undefined && card.expiresOn !== null && expiresOn < card.expiresOn;
  const after = {
    ...card,
    token: token ?? card.token,
    lastFour: lastFour ?? card.lastFour,
    expiresOn: expiresOn ?? card.expiresOn,
  };
  const isSame = after.token === card.token && after.lastFour === card.lastFour && after.expiresOn === card.expiresOn;
  return isOvertaken || isSame ? null : after;
}
