import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import { byId } from '../cards';
import { toProviderType, type Catalogue } from '../catalogue';
import type { Binding, Card } from '../lifecycle';
import { cardKindOf } from '../providers';
import { RebindOfferType, type KnownCardType } from './rebind-offer.type';

/** How the card of a binding is bound on a device, with all that is known of it; null where there is no such card. */
export type OfferRebind = (
  context: RequestContext,
  binding: Binding,
  deviceId: Id<'device'>,
) => Promise<RebindOfferType | null>;

interface OfferRebindDeps {
  readonly listCardsById: (ids: readonly Id<'card'>[]) => Promise<Card[]>;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

export const createOfferRebind =
  ({ listCardsById, catalogue }: OfferRebindDeps): OfferRebind =>
  async ({ loader, locale }, { id: previousBindingId, cardId, provider }, deviceId) => {
    const card = await loader('card', byId(listCardsById)).load(cardId);
    if (!card) return null;
    const profile = catalogue.profileOf(provider);
    const { entry } = cardKindOf(card.kind);
    return Object.assign(new RebindOfferType(), {
      provider: toProviderType(profile, locale),
      field: entry?.field ?? null,
      asks: [...(entry?.asks(card, profile) ?? [])],
      device: { id: deviceId },
      previousBindingId,
      known: toKnown(card),
    });
  };

const toKnown = ({ kind, lastFour, brand, expiresOn, site }: Card): KnownCardType => ({
  // A kind that the registry does not know has no name either: that is said there.
  kind: kind as KnownCardType['kind'],
  lastFour,
  brand,
  expiresOn,
  site: site?.code ?? null,
});
