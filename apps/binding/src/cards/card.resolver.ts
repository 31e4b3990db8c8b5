import { givenId } from '@bindery/kernel';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { listOfAbout, requireViewer, type RequestContext } from '@bindery/subgraph';
import { ProviderType, toProviderType, type Catalogue } from '../catalogue';
import { BindingType } from './binding.type';
import { CardType } from './card.type';
import type { Views } from './views.mapper';

interface CardResolverDeps {
  readonly views: Views;
  readonly catalogue: Catalogue;
}

@Resolver(() => CardType)
export class CardResolver {
  constructor(private readonly deps: CardResolverDeps) {}

  @Query(() => CardType, {
    nullable: true,
    description: 'A card of the viewer, unbound ones too; null when there is none of this id.',
  })
  card(
    @Arg('id', () => ID, { description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CardType | null> {
    requireViewer(context);
    return this.deps.views.card(context, givenId('card', id));
  }

  @FieldResolver(() => ProviderType, { description: 'Who gave it out.' })
  provider(@Root() { providerCode }: CardType, @Ctx() { locale }: RequestContext): ProviderType {
    return toProviderType(this.deps.catalogue.profileOf(providerCode), locale);
  }

  @Directive(listOfAbout(2))
  @FieldResolver(() => [BindingType], { description: 'Its bindings, one per device and life; the newest first.' })
  bindings(@Root() { id }: CardType, @Ctx() context: RequestContext): Promise<BindingType[]> {
    return this.deps.views.bindingsOf(context, id);
  }
}
