import { IntlMessageFormat } from 'intl-messageformat';
import { createNewest } from '@bindery/kernel';
import { closeUp, markPlaceholders } from './cjk-spacing';
import { createFormatters } from './moment-format';
import type { Locale } from './locale';
import { defaultTimeZone } from './time-zone';

/** Message key → ICU MessageFormat text, for each language; a key missing in one language does not compile. */
export type Catalogue<Key extends string> = Record<Locale, Record<Key, string>>;

export type MessageValues = Record<string, string | number | Date>;

/** Puts a message of a catalogue into words. Moments in a message are shown in `timeZone`, that of the account, which defaults to where most holders live. */
export type Translate<Key extends string> = (
  locale: Locale,
  key: Key,
  values?: MessageValues,
  timeZone?: string,
) => string;

/** Messages of one catalogue that stay compiled; those in zones that holders name are the only ones that are many. */
const compiledMax = 1_000;

/** Answers the translate function of a catalogue; a message is compiled once while it is used. */
export function createTranslator<Key extends string>(catalogue: Catalogue<Key>): Translate<Key> {
  const compiled = createNewest<IntlMessageFormat>(compiledMax);
  return (locale, key, values, timeZone = defaultTimeZone) => {
    const id = `${locale} ${timeZone} ${key}`;
    const message = compiled.of(id, () => compile(catalogue[locale][key], locale, timeZone));
    // Without a prototype: `{constructor}` in a text that somebody wrote names nothing.
    const text = String(message.format(Object.assign(Object.create(null) as MessageValues, values)));
    return locale === 'zh-CN' ? closeUp(text) : text;
  };
}

function compile(text: string, locale: Locale, timeZone: string): IntlMessageFormat {
  const opts = { formatters: createFormatters(locale) };
  const message = new IntlMessageFormat(text, locale, inTimeZone(timeZone), opts);
  if (locale !== 'zh-CN') return message;
  return new IntlMessageFormat(markPlaceholders(message.getAst()), locale, inTimeZone(timeZone), opts);
}

/**
 * `{at, date, moment}` writes day and time with the zone's name, so that nobody has to guess the zone. `{day, date, wholeDay}` writes a day of the calendar, given
 * as its midnight in UTC; a deadline is no day but a moment, and is written as one, so that the words and the field beside them say the same.
 */
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
    wholeDay: { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const,
  },
});
