import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { err, invalidField, parseId } from '@bindery/kernel';
import { inWords, oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { ResendChallenge } from './resend-challenge';
import { toChallengeType } from '../challenge.mapper';
import { ResendChallengeInput } from './resend-challenge.input';
import { resendGapMs, resendsMax } from './resend.rules';
import { toResendChallengeProblem } from './resend-challenge.problems';
import { ResendChallengeResult, ResendChallengeSuccess } from './resend-challenge.result';

@Resolver()
export class ResendChallengeResolver {
  constructor(private readonly deps: { readonly resendChallenge: ResendChallenge }) {}

  @Directive(oncePerRequest)
  @Mutation(() => ResendChallengeResult, {
    description: `Sends the same code once more: at most ${resendsMax} times, with ${inWords(resendGapMs)} between them.`,
  })
  async resendChallenge(
    @Arg('input', () => ResendChallengeInput, { description: 'The challenge.' })
    { challengeId: text }: ResendChallengeInput,
    @Ctx() { viewer, locale }: RequestContext,
  ): Promise<typeof ResendChallengeResult> {
    const challengeId = parseId('challenge', text);
    const resent = challengeId
      ? await this.deps.resendChallenge({ challengeId, viewer })
      : err(invalidField('challengeId', 'FORMAT'));
    return resent.ok
      ? Object.assign(new ResendChallengeSuccess(), {
          challenge: toChallengeType(resent.value.challenge, resent.value.now),
        })
      : toResendChallengeProblem(resent.error, locale);
  }
}
