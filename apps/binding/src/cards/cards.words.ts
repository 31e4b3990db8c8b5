import { createTranslator, type Locale } from '@bindery/localisation';
import type { Card } from '../lifecycle/card.rules';
import type { Money, ProviderProfile } from '../catalogue/provider-profile.rules';
import { en } from './cards.words.en';
import { zhCn } from './cards.words.zh-cn';

/** Puts a message of this service's catalogue into words. */
export const say = createTranslator({ en, 'zh-CN': zhCn });

/** `¥5.00`: minor units turned into the major unit by the currency's own number of digits (ISO 4217). */
export function sayMoney({ value, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** The name by which a holder knows a card: never more of its number than the last four characters. */
export function sayCardName(card: Card, profile: ProviderProfile | undefined, locale: Locale): string {
  const provider = profile?.name[locale] ?? card.provider;
  const { lastFour } = card;
  if (card.site) return say(locale, 'card.access', { site: card.site.name[locale], lastFour });
  if (card.brand) return say(locale, 'card.bank', { provider, brand: card.brand, lastFour });
  return say(locale, 'card.other', { provider, lastFour });
}
