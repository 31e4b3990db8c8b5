import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { SetDefaultCard } from './set-default-card';
import { SetDefaultCardInput } from '../bind/confirm-binding.input';
import { SetDefaultCardResult, SetDefaultCardSuccess } from '../bind/confirm-binding.result';
import { toCaller } from '../graphql/caller';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';
import type { Views } from '../cards/views.mapper';

export interface DefaultCardResolverDeps {
  readonly setDefaultCard: SetDefaultCard;
  readonly answers: MutationAnswers;
  readonly views: Views;
}

@Resolver()
export class DefaultCardResolver {
  constructor(private readonly deps: DefaultCardResolverDeps) {}

  @Mutation(() => SetDefaultCardResult, { description: 'Chooses the card that pays by default (requirement 14).' })
  async setDefaultCard(
    @Arg('input', { description: 'The card.' }) input: SetDefaultCardInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetDefaultCardResult> {
    const { setDefaultCard, answers, views } = this.deps;
    const result = await setDefaultCard({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    const card = await views.card(context, result.value.cardId);
    return Object.assign(new SetDefaultCardSuccess(), { card });
  }
}
