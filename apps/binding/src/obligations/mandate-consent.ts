import type { Locale } from '@bindery/localisation';
import type { Card } from '../lifecycle';
import { say } from './obligations.words';

/** What is agreed to when a mandate moves to a card, in words. */
export const consentOf = (merchant: string, card: Pick<Card, 'lastFour'>, locale: Locale): string =>
  say(locale, 'consent', { merchant, ...endOf(card) });

/** By what a card is named within a sentence: the end of its number, or its account as a mask where that has a name. */
export const endOf = ({ lastFour }: Pick<Card, 'lastFour'>) => ({
  lastFour,
  is: /^\d+$/.test(lastFour) ? 'NUMBER' : 'NAME',
});
