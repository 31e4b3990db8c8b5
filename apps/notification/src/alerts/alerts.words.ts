import { createTranslator, inEachLanguage, type Locale } from '@bindery/localisation';
import type { AlertKind } from './alert-kind.rules';
import { kinds } from './kinds';
import type { NotificationKind, WordsKey } from './notification-kind.rules';

type Key = `${WordsKey}.${'title' | 'body'}` | `${NotificationKind}.name`;

/** The words of all kinds and their variants in one catalogue: `CARD_BOUND.title`. */
const textsIn = (locale: Locale) =>
  Object.fromEntries(
    kinds.flatMap(({ code, words, variants = {} }: AlertKind) =>
      Object.entries({ [code]: words, ...variants }).flatMap(([key, texts]) =>
        Object.entries<string>({ ...texts[locale] }).map(([part, text]) => [`${key}.${part}`, text]),
      ),
    ),
  ) as Record<Key, string>;

export const say = createTranslator(inEachLanguage(textsIn));

/** A kind as a page of settings lists it. */
export const nameKind = (kind: NotificationKind, locale: Locale): string => say(locale, `${kind}.name`);
