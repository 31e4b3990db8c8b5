import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType } from './binding.type';
import { CardType } from './card.type';
import type { Views } from './views.mapper';

@Resolver(() => BindingType)
export class BindingResolver {
  constructor(private readonly views: Views) {}

  @Query(() => BindingType, {
    nullable: true,
    description: 'A binding of the viewer; null when there is none of this id.',
  })
  binding(
    @Arg('id', () => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BindingType | null> {
    requireViewer(context);
    return this.views.binding(context, givenId('binding', id));
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The card that is bound.' })
  card(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<CardType | null> {
    return this.views.card(context, source.cardId);
  }

  @FieldResolver(() => BindingType, {
    nullable: true,
    description: 'The earlier binding of the card that this one follows.',
  })
  async previousBinding(
    @Root() { source: { previousBindingId } }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingType | null> {
    return previousBindingId === null ? null : this.views.binding(context, previousBindingId);
  }
}
