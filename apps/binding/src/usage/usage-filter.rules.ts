import { err, faultOfText, invalidField, ok, parseId, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import { addDays, beginningOf, isCalendarDay, isCurrency, isTimeZone } from '@bindery/values';
import type { UsageKind } from './usage.rules';

/** Whose uses: of one card, or of all cards that an account has and had. */
export type UsageOwner = { readonly cardId: Id<'card'> } | { readonly accountId: Id<'account'> };

/** Which uses are asked for; what is left out lets all through. Plain JSON but for its two moments. */
export interface UsageFilter {
  readonly from?: Date;
  /** The first moment that is out. */
  readonly until?: Date;
  readonly kinds?: readonly UsageKind[];
  readonly providers?: readonly string[];
  readonly cards?: readonly Id<'card'>[];
  /** Names of doors or merchants, in either language. */
  readonly places?: readonly string[];
  readonly amount?: { readonly currency: string; readonly least: number; readonly most: number };
}

/** The same as a client writes it. */
export interface AskedUsageFilter {
  readonly from?: Date | null;
  readonly until?: Date | null;
  /** Calendar days, both of them whole, of a time zone; of the holder's where none is named. */
  readonly days?: { readonly first: string; readonly last: string; readonly timeZone?: string | null } | null;
  readonly kinds?: readonly UsageKind[] | null;
  readonly providers?: readonly string[] | null;
  readonly cards?: readonly string[] | null;
  readonly places?: readonly string[] | null;
  readonly amount?: { readonly currency: string; readonly least?: number | null; readonly most?: number | null } | null;
}

/** More than anybody picks by hand; each is looked at for each row. */
export const filterListMax = 50;
const textMax = 200;

/** Whether a filter can only be read by who knows the holder's zone. */
export const asksForZone = ({ days }: AskedUsageFilter): boolean => days != null && days.timeZone == null;

/**
 * The filter that was meant, in one form for equal ones, so that a cursor of one is a cursor of the other. `path` is where it stands in the input,
 * `timeZone` the holder's.
 */
export function readUsageFilter(
  asked: AskedUsageFilter,
  path = 'filter',
  timeZone = defaultTimeZone,
): Result<UsageFilter, InvalidInput> {
  const fault =
    faultOfTexts(`${path}.providers`, asked.providers) ??
    faultOfTexts(`${path}.places`, asked.places) ??
    faultOfTexts(`${path}.cards`, asked.cards) ??
    faultOfDays(`${path}.days`, asked.days) ??
    faultOfAmount(`${path}.amount`, asked.amount);
  if (fault) return err(fault);
  const cards = asked.cards?.map((id) => parseId('card', id));
  if (cards?.some((id) => id === undefined)) return err(invalidField(`${path}.cards`, 'UNKNOWN'));
  const days = asked.days && { ...asked.days, timeZone: asked.days.timeZone ?? timeZone };
  const from = latest(asked.from, days && beginningOf(days.first, days.timeZone));
  const until = earliest(asked.until, days && beginningOf(addDays(days.last, 1), days.timeZone));
  return ok({
    ...(from && { from }),
    ...(until && { until }),
    ...(asked.kinds && { kinds: asked.kinds.toSorted() }),
    ...(asked.providers && { providers: asked.providers.toSorted() }),
    ...(cards && { cards: (cards as Id<'card'>[]).toSorted() }),
    ...(asked.places && { places: asked.places.toSorted() }),
    ...(asked.amount && {
      amount: {
        currency: asked.amount.currency,
        least: asked.amount.least ?? 0,
        most: asked.amount.most ?? Number.MAX_SAFE_INTEGER,
      },
    }),
  });
}

function faultOfTexts(field: string, texts: readonly string[] | null | undefined): InvalidInput | undefined {
  if (!texts) return undefined;
  if (texts.length === 0 || texts.length > filterListMax) return invalidField(field, 'TOO_MANY', filterListMax);
  return texts.map((text) => faultOfText(field, text, textMax)).find((fault) => fault !== undefined);
}

function faultOfDays(field: string, days: AskedUsageFilter['days']): InvalidInput | undefined {
  if (!days) return undefined;
  if (!isCalendarDay(days.first)) return invalidField(`${field}.first`, 'FORMAT');
  if (!isCalendarDay(days.last) || days.last < days.first) return invalidField(`${field}.last`, 'FORMAT');
  return days.timeZone == null || isTimeZone(days.timeZone) ? undefined : invalidField(`${field}.timeZone`, 'UNKNOWN');
}

function faultOfAmount(field: string, amount: AskedUsageFilter['amount']): InvalidInput | undefined {
  if (!amount) return undefined;
  if (!isCurrency(amount.currency)) return invalidField(`${field}.currency`, 'UNKNOWN');
  const { least, most } = amount;
  return least != null && most != null && least > most ? invalidField(`${field}.most`, 'FORMAT') : undefined;
}

const latest = (one: Date | null | undefined, other: Date | null | undefined) =>
  one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other);
const earliest = (one: Date | null | undefined, other: Date | null | undefined) =>
  one && other ? new Date(Math.min(one.getTime(), other.getTime())) : (one ?? other);
