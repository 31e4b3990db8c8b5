import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { givenId, type Clock } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Factor } from '../factors';
import type { GetKindName } from '../proofs';
import { toChallengeType } from './challenge.mapper';
import type { Challenge, Sending } from './challenge.rules';
import { ChallengeAlternative, ChallengeType } from './challenge.type';
import { toConsentSummary } from './consent-summary';
import type { GetChallenge } from './get-challenge';

export interface ChallengeResolverDeps {
  readonly clock: Clock;
  readonly getChallenge: GetChallenge;
  readonly getKindName: GetKindName;
  /** Other factors by which the same could be proved. */
  readonly listAlternatives: (challenge: Challenge) => Promise<Factor[]>;
  readonly maskRecipient: (factor: Factor, sending: Sending) => Promise<string>;
}

@Resolver(() => ChallengeType)
export class ChallengeResolver {
  constructor(private readonly deps: ChallengeResolverDeps) {}

  @Query(() => ChallengeType, {
    nullable: true,
    description: 'A challenge of yours, or one of somebody not signed in, by its id; null for any other.',
  })
  async challenge(
    @Arg('id', () => ID, { description: 'Id of the challenge, e.g. challenge_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ChallengeType | null> {
    const challenge = await context
      .loader<Challenge['id'], ChallengeType | null>('challenge', (ids) => this.load(ids, context))
      .load(givenId('challenge', id));
    return challenge ?? null;
  }

  @FieldResolver(() => String, {
    description: 'Where the code was sent, masked, e.g. +86 ••• 01; empty where the factor sends nothing.',
  })
  async sentTo(@Root() { source }: ChallengeType): Promise<string> {
    const { factor, sending } = source;
    return sending ? this.deps.maskRecipient(factor, sending) : '';
  }

  @FieldResolver(() => [ChallengeAlternative], {
    description: 'Other ways to prove the same, in the order to try; empty when there are none.',
  })
  async alternatives(@Root() { source }: ChallengeType): Promise<ChallengeAlternative[]> {
    return (await this.deps.listAlternatives(source)).map((factor) => ({ factor }));
  }

  @FieldResolver(() => String, {
    description: 'What answering will allow, in words made here, in the language of the caller. Show exactly these.',
  })
  async shownWords(@Root() { source }: ChallengeType, @Ctx() { locale }: RequestContext): Promise<string> {
    return toConsentSummary(source, await this.deps.getKindName(source), locale);
  }

  private async load(ids: readonly Challenge['id'][], { viewer }: RequestContext): Promise<(ChallengeType | null)[]> {
    const found = await this.deps.getChallenge(ids, viewer);
    const now = this.deps.clock.now();
    return found.map((challenge) => challenge && toChallengeType(challenge, now));
  }
}
