import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { asksOutside, listOfAbout, type RequestContext } from '@bindery/subgraph';
import { UnbindBlockerType } from '../unbind-plan';
import { actsOn } from './acts-on.rules';
import type { LoadObligations } from './obligations.loader';
import type { ToObligations } from './obligations.mapper';
import { ObligationOfferType } from './obligations.type';

interface BlockerOffersResolverDeps {
  readonly loadObligations: LoadObligations;
  readonly mapper: ToObligations;
}

@Resolver(() => UnbindBlockerType)
export class BlockerOffersResolver {
  constructor(private readonly deps: BlockerOffersResolverDeps) {}

  @Directive(asksOutside)
  @Directive(listOfAbout(4))
  @FieldResolver(() => [ObligationOfferType], {
    description:
      'What clears it here, now, ready to be proved and asked for; empty where nothing of it can be done here.',
  })
  async offers(
    @Root() { kind, bindingId }: UnbindBlockerType,
    @Ctx() context: RequestContext,
  ): Promise<ObligationOfferType[]> {
    const read = await this.deps.loadObligations(context, bindingId);
    const shown = read && (await this.deps.mapper.toObligations(context, read));
    return (shown?.offers ?? []).filter((offer) => actsOn[kind].includes(offer.kind));
  }
}
