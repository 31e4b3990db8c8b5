import type { Locale } from '@bindery/localisation';
import type { BindingChange } from '../lifecycle/binding-change.rules';
import type { Card } from '../lifecycle/card.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { UsageRecord } from '../usage/usage.rules';
import { say, sayCardName, sayMoney } from './cards.words';
import { CardChangeType, CardType, UsageRecordType } from './card.type';

export function toCardType(card: Card, profile: ProviderProfile | undefined, locale: Locale): CardType {
  const { id, kind, lastFour, brand, addedAt, site, doors, provider } = card;
  return Object.assign(new CardType(), {
    id,
    kind,
    lastFour,
    brand,
    addedAt,
    displayName: sayCardName(card, profile, locale),
    site: site && { name: site.name[locale], doors: doors.map((door) => ({ id: door.id, name: door.name[locale] })) },
    providerCode: provider,
  });
}

export function toCardChangeType(
  { id, at, actor, channel, trigger, reason, from, to, fact }: BindingChange,
  locale: Locale,
): CardChangeType {
  return { id, at, actor, channel, trigger, reason, from, to, text: say(locale, `change.${fact}`) };
}

export function toUsageRecordType(usage: UsageRecord, locale: Locale): UsageRecordType {
  const { id, at, kind, amount } = usage;
  const place = usage.place[locale];
  const text = say(locale, `usage.${kind}`, { place, amount: amount ? sayMoney(amount, locale) : '' });
  return { id, at, kind, amount, place, text };
}
