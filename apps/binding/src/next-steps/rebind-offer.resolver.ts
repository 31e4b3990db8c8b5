import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType } from '../cards';
import type { LoadOffers } from './offers.loader';
import type { OfferRebind } from './rebind-offer.mapper';
import { RebindOfferType } from './rebind-offer.type';

interface RebindOfferResolverDeps {
  readonly loadOffers: LoadOffers;
  readonly offerRebind: OfferRebind;
}

@Resolver(() => BindingType)
export class RebindOfferResolver {
  constructor(private readonly deps: RebindOfferResolverDeps) {}

  @FieldResolver(() => RebindOfferType, {
    nullable: true,
    description:
      'How it can be bound again, or on this device where it moves here and has to be entered; null when it is neither, or could not be begun anew.',
  })
  async rebindOffer(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<RebindOfferType | null> {
    const { loadOffers, offerRebind } = this.deps;
    const { rebind, enter } = await loadOffers(context, source);
    const deviceId = enter ? context.viewer?.deviceId : source.deviceId;
    return deviceId && (rebind || enter) ? offerRebind(context, source, deviceId) : null;
  }
}
