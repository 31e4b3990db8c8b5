import { sayProviderCause, type Locale } from '@bindery/localisation';
import type { CardEntry } from '../lifecycle';
import type { CardChangeType } from './card-change.type';
import { toChangeKind } from './history.rules';
import { say } from './history.words';

export function toCardChangeType(
  { id, at, actor, channel, trigger, reason, from, to, fact }: CardEntry,
  locale: Locale,
): CardChangeType {
  const text = [say(locale, fact), ...causeOf(fact, reason, locale)].join(locale === 'en' ? ' ' : '');
  return { id, at, actor, way: channel, channel, kind: toChangeKind(fact), trigger, reason, from, to, text };
}

/** Why a provider refused, or what was not done there in time, in words; of other facts a reason is a code only. */
const causeOf = (fact: CardEntry['fact'], reason: string | null, locale: Locale): string[] =>
  (fact.endsWith('-refused') || fact === 'lapsed') && reason !== null ? [sayProviderCause(reason, locale)] : [];
