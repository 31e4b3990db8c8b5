import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, type Views } from '../../cards';
import type { ReplaceCard } from './replace-card';
import { ReplaceCardInput } from './replace-card.input';
import {
  NotReplaceableError,
  ReplaceCardResult,
  ReplaceCardSuccess,
  ReplacementUnderWayError,
} from './replace-card.result';
import { toReplaceProblem } from './replace.problems';

interface ReplaceResolverDeps {
  readonly replaceCard: ReplaceCard;
  readonly views: Views;
}

@Resolver(() => ReplacementUnderWayError)
export class ReplaceResolver {
  constructor(private readonly deps: ReplaceResolverDeps) {}

  @Mutation(() => ReplaceCardResult, {
    description:
      'Begins to bind a new card in the place of one that is bound: once the new one is bound, the default and what holds the old one go over, and the old one is taken off at its provider. A card that is lost or stolen is held at once.',
  })
  async replaceCard(
    @Arg('input', { description: 'The old card, why, and the new one.' }) input: ReplaceCardInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReplaceCardResult> {
    const { replaceCard, views } = this.deps;
    const bindingId = givenId('binding', input.bindingId);
    const result = await replaceCard({
      ...input,
      bindingId,
      viewer: requireViewer(context),
      clientAddress: context.clientAddress,
    });
    if (!result.ok) return toReplaceProblem(result.error, context.locale);
    return Object.assign(new ReplaceCardSuccess(), {
      binding: await views.bindingAfter(context, result.value.bindingId),
      replaced: await views.bindingAfter(context, bindingId),
    });
  }

  @FieldResolver(() => BindingType, { nullable: true, description: 'The binding of that card.' })
  successor(
    @Root() { successorId }: ReplacementUnderWayError,
    @Ctx() context: RequestContext,
  ): Promise<BindingType | null> {
    return this.deps.views.binding(context, successorId);
  }
}

@Resolver(() => NotReplaceableError)
export class NotReplaceableResolver {
  constructor(private readonly views: Views) {}

  @FieldResolver(() => BindingType, { nullable: true, description: 'The binding, as it is.' })
  current(@Root() { bindingId }: NotReplaceableError, @Ctx() context: RequestContext): Promise<BindingType | null> {
    return this.views.binding(context, bindingId);
  }
}
