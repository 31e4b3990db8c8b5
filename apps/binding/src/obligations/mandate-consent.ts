import type { Locale } from '@bindery/localisation';
import type { Card } from '../lifecycle';
import { say } from './obligations.words';

/** What is agreed to when a mandate moves to a card, in words. */
export const consentOf = (merchant: string, { lastFour }: Pick<Card, 'lastFour'>, locale: Locale): string =>
  say(locale, 'consent', { merchant, lastFour });
