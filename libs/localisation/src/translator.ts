import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale';

/** Message key → ICU MessageFormat text, for each language; a key missing in one language does not compile. */
export type Catalogue<Key extends string> = Record<Locale, Record<Key, string>>;

export type MessageValues = Record<string, string | number | Date>;

/** Puts a message of a catalogue into words. Dates in a message are shown in `timeZone`, which defaults to UTC. */
export type Translate<Key extends string> = (
  locale: Locale,
  key: Key,
  values?: MessageValues,
  timeZone?: string,
) => string;

/** Answers the translate function of a catalogue; each message is compiled once. */
export function createTranslator<Key extends string>(catalogue: Catalogue<Key>): Translate<Key> {
  const compiled = new Map<string, IntlMessageFormat>();
  return (locale, key, values, timeZone = 'UTC') => {
    const id = `${locale} ${timeZone} ${key}`;
    let message = compiled.get(id);
    if (!message) {
      message = new IntlMessageFormat(catalogue[locale][key], locale, inTimeZone(timeZone));
      compiled.set(id, message);
    }
    return String(message.format(values));
  };
}

/** `{at, date, moment}` writes day and time with the zone's name, so that nobody has to guess the zone. */
const inTimeZone = (timeZone: string) => ({
  date: {
    moment: {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
      timeZoneName: 'short',
    } as const,
    day: { year: 'numeric', month: 'short', day: 'numeric', timeZone } as const,
  },
});
