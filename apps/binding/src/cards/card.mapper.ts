import type { Locale } from '@bindery/localisation';
import type { ProviderProfile } from '../catalogue';
import type { Card } from '../lifecycle';
import { sayCardName } from '../providers';
import { CardType } from './card.type';

export function toCardType(card: Card, profile: ProviderProfile, locale: Locale): CardType {
  const { id, kind, lastFour, brand, expiresOn, addedAt, site, doors, provider } = card;
  return Object.assign(new CardType(), {
    id,
    // A kind that the registry does not know has no name either: that is said there.
    kind: kind as CardType['kind'],
    lastFour,
    brand,
    expiresOn,
    addedAt,
    displayName: sayCardName(card, profile, locale),
    site: site && { name: site.name[locale], doors: doors.map((door) => ({ id: door.id, name: door.name[locale] })) },
    providerCode: provider,
  });
}
