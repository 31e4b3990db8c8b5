import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { listOfAbout, requireViewer, type RequestContext } from '@bindery/subgraph';
import { toNextStepType } from './binding.mapper';
import { BindingNextStepType, BindingReceiptType, BindingType } from './binding.type';
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
    return this.views.binding(context, id);
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The card that is bound.' })
  card(@Root() { cardId }: BindingType, @Ctx() context: RequestContext): Promise<CardType | null> {
    return this.views.card(context, cardId);
  }

  @Directive(listOfAbout(4))
  @FieldResolver(() => [BindingNextStepType], {
    description: 'What the holder can do now, what is most likely wanted first (requirement 8).',
  })
  nextSteps(@Root() { steps }: BindingType, @Ctx() { locale }: RequestContext): BindingNextStepType[] {
    return steps.map((step) => toNextStepType(step, locale));
  }

  @FieldResolver(() => BindingReceiptType, {
    nullable: true,
    description: 'What the last unbind did; null if there was none.',
  })
  async receipt(
    @Root() { receiptId }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingReceiptType | null> {
    return receiptId === null ? null : this.views.receipt(context, receiptId);
  }

  @FieldResolver(() => BindingType, {
    nullable: true,
    description: 'The earlier binding of the card that this one follows.',
  })
  async previousBinding(
    @Root() { previousBindingId }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingType | null> {
    return previousBindingId === null ? null : this.views.binding(context, previousBindingId);
  }

  reference({ id }: { id: string }, context: RequestContext): Promise<BindingType | null> {
    return this.views.binding(context, id);
  }
}
