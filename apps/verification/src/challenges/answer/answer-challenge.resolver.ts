import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { AnswerChallenge } from './answer-challenge';
import { AnswerChallengeInput } from './answer-challenge.input';
import { toAnswerChallengeRefusal } from './answer-challenge.problems';
import { AnswerChallengeResult, AnswerChallengeSuccess } from './answer-challenge.result';

@Resolver()
export class AnswerChallengeResolver {
  constructor(private readonly answer: AnswerChallenge) {}

  @Directive(oncePerRequest)
  @Mutation(() => AnswerChallengeResult, {
    description:
      'Gives a code back and gets a proof for it. A challenge of somebody not signed in needs its id and code only.',
  })
  async answerChallenge(
    @Arg('input', () => AnswerChallengeInput, { description: 'The challenge and its code.' })
    { challengeId, code }: AnswerChallengeInput,
    @Ctx() { viewer, locale }: RequestContext,
  ): Promise<typeof AnswerChallengeResult> {
    const answered = await this.answer({ challengeId, code, accountId: viewer?.accountId });
    return answered.ok
      ? Object.assign(new AnswerChallengeSuccess(), { proof: answered.value })
      : toAnswerChallengeRefusal(answered.error, locale);
  }
}
