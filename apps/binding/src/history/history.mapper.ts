import type { Locale } from '@bindery/localisation';
import type { BindingChange } from '../lifecycle';
import type { CardChangeType } from './card-change.type';
import { say } from './history.words';

export function toCardChangeType(
  { id, at, actor, channel, trigger, reason, from, to, fact }: BindingChange,
  locale: Locale,
): CardChangeType {
  return { id, at, actor, channel, trigger, reason, from, to, text: say(locale, fact) };
}
