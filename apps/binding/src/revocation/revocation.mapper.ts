import type { Locale } from '@bindery/localisation';
import { allConfirmedAt, type ReaderRevocation } from './revocation.rules';
import { BindingRevocationType, ReaderRevocationType } from './revocation.type';
import { say } from './revocation.words';

/** `timeZone` is the holder's. */
export function toRevocationType(
  readers: readonly ReaderRevocation[],
  locale: Locale,
  timeZone: string,
): BindingRevocationType {
  const open = readers.filter(({ state }) => state !== 'CONFIRMED');
  const worst = open.reduce<Date | null>(
    (latest, { worstCaseUntil }) => (latest && latest > worstCaseUntil ? latest : worstCaseUntil),
    null,
  );
  const counts = { confirmed: readers.length - open.length, count: readers.length };
  return Object.assign(new BindingRevocationType(), {
    readers: readers.map((reader) => toReaderType(reader, locale, timeZone)),
    allConfirmedAt: allConfirmedAt(readers),
    worstCaseUntil: worst,
    text: worst === null ? say(locale, 'all') : say(locale, 'some', { ...counts, until: worst }, timeZone),
  });
}

function toReaderType(reader: ReaderRevocation, locale: Locale, timeZone: string): ReaderRevocationType {
  const { readerId, name, site, state, confirmedAt, worstCaseUntil } = reader;
  const door = name[locale];
  return Object.assign(new ReaderRevocationType(), {
    id: readerId,
    name: door,
    site: site?.[locale] ?? null,
    state,
    confirmedAt,
    worstCaseUntil: state === 'CONFIRMED' ? null : worstCaseUntil,
    text: say(locale, state, { door, until: worstCaseUntil, ...(confirmedAt && { at: confirmedAt }) }, timeZone),
  });
}
