import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { StartChallenge } from './start-challenge';
import { toChallengeType } from '../challenge.mapper';
import { StartChallengeInput } from './start-challenge.input';
import { toStartChallengeProblem } from './start-challenge.problems';
import { StartChallengeResult, StartChallengeSuccess } from './start-challenge.result';

@Resolver()
export class StartChallengeResolver {
  constructor(private readonly deps: { readonly startChallenge: StartChallenge }) {}

  @Directive(oncePerRequest)
  @Mutation(() => StartChallengeResult, {
    description: 'Sends a code that proves one action on one subject. An earlier open code for the same is over.',
  })
  async startChallenge(
    @Arg('input', () => StartChallengeInput, { description: 'What to prove and how.' }) input: StartChallengeInput,
    @Ctx() { viewer, locale, clientAddress }: RequestContext,
  ): Promise<typeof StartChallengeResult> {
    const { idempotencyKey, purpose, phone, factor, deviceToken } = input;
    const started = await this.deps.startChallenge({
      idempotencyKey,
      purpose: { ...purpose, phone },
      factor,
      deviceToken,
      viewer,
      locale,
      clientAddress,
    });
    return started.ok
      ? Object.assign(new StartChallengeSuccess(), {
          challenge: toChallengeType(started.value.challenge, started.value.now),
        })
      : toStartChallengeProblem(started.error, locale);
  }
}
