import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { StartBinding } from './start-binding';
import { BindingType } from '../cards/binding.type';
import { toCaller } from '../graphql/caller';
import { AlreadyBoundError } from '../cards/errors.type';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';
import { StartBindingInput } from './start-binding.input';
import { StartBindingResult, StartBindingSuccess } from './start-binding.result';
import type { Views } from '../cards/views.mapper';

export interface StartBindingResolverDeps {
  readonly startBinding: StartBinding;
  readonly answers: MutationAnswers;
  readonly views: Views;
}

@Resolver(() => AlreadyBoundError)
export class StartBindingResolver {
  constructor(private readonly deps: StartBindingResolverDeps) {}

  @Mutation(() => StartBindingResult, {
    description:
      'Begins to bind a card: it is handed to the provider’s tokenisation, the consent is recorded, and the proofs that are needed are listed.',
  })
  async startBinding(
    @Arg('input', { description: 'The card and where to bind it.' }) input: StartBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartBindingResult> {
    const { startBinding, answers } = this.deps;
    const result = await startBinding({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    return Object.assign(new StartBindingSuccess(), {
      binding: await answers.binding(context, result.value.bindingId),
    });
  }

  @FieldResolver(() => BindingType, { nullable: true, description: 'The binding that is in the way.' })
  existing(@Root() { existingId }: AlreadyBoundError, @Ctx() context: RequestContext): Promise<BindingType | null> {
    return this.deps.views.binding(context, existingId);
  }
}
