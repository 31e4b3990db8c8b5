import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { err, invalidField, parseId } from '@bindery/kernel';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { AnswerChallenge } from './answer-challenge';
import { AnswerChallengeInput } from './answer-challenge.input';
import { toAnswerChallengeProblem } from './answer-challenge.problems';
import { AnswerChallengeResult, AnswerChallengeSuccess } from './answer-challenge.result';

@Resolver()
export class AnswerChallengeResolver {
  constructor(private readonly deps: { readonly answerChallenge: AnswerChallenge }) {}

  @Directive(oncePerRequest)
  @Mutation(() => AnswerChallengeResult, {
    description:
      'Gives a code back and gets a proof for it. A challenge of somebody not signed in needs its id and code only.',
  })
  async answerChallenge(
    @Arg('input', () => AnswerChallengeInput, { description: 'The challenge and its code.' })
    { challengeId: text, code }: AnswerChallengeInput,
    @Ctx() { viewer, locale }: RequestContext,
  ): Promise<typeof AnswerChallengeResult> {
    const challengeId = parseId('challenge', text);
    const answered = challengeId
      ? await this.deps.answerChallenge({ challengeId, code, viewer })
      : err(invalidField('challengeId', 'FORMAT'));
    return answered.ok
      ? Object.assign(new AnswerChallengeSuccess(), { proof: answered.value })
      : toAnswerChallengeProblem(answered.error, locale);
  }
}
