import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { CardMoveType, hasToBeEntered } from '../move';
import type { OfferRebind } from './rebind-offer.mapper';
import { RebindOfferType } from './rebind-offer.type';

@Resolver(() => CardMoveType)
export class CardMoveOfferResolver {
  constructor(private readonly deps: { readonly offerRebind: OfferRebind }) {}

  @FieldResolver(() => RebindOfferType, {
    nullable: true,
    description:
      'What has to be entered on the new device, for startBinding once the move was asked for; null where nothing has to be.',
  })
  async rebindOffer(
    @Root() { binding, outcome }: CardMoveType,
    @Ctx() context: RequestContext,
  ): Promise<RebindOfferType | null> {
    if (!hasToBeEntered({ outcome })) return null;
    // A move is always to the device of the session.
    return this.deps.offerRebind(context, binding.source, requireViewer(context).deviceId);
  }
}
