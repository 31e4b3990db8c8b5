import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskPhone } from '@bindery/values';
import type { RequestContext } from '@bindery/subgraph';
import type { Clock } from '@bindery/kernel';
import type { ContactSeal } from '../factors/factor-module';
import type { GetChallenge } from './get-challenge';
import type { GetCardKind } from '../proofs/get-card-kind';
import type { GetAlternatives } from '../factors/get-alternatives';
import { toChallengeType } from './challenge.mapper';
import { ChallengeAlternative, ChallengeType } from './challenge.type';
import { shownWords } from './consent-summary';

export interface ChallengeResolverDeps {
  readonly clock: Clock;
  readonly contactSeal: ContactSeal;
  readonly getChallenge: GetChallenge;
  readonly getAlternatives: GetAlternatives;
  readonly getCardKind: GetCardKind;
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
      .loader<string, ChallengeType | null>('challenge', (ids) => this.load(ids, context))
      .load(id);
    return challenge ?? null;
  }

  @FieldResolver(() => String, { description: 'Where the code was sent, masked, e.g. +86 ••• 01.' })
  async sentTo(@Root() { source }: ChallengeType): Promise<string> {
    return maskPhone(await this.deps.contactSeal.open(source.sealedContact));
  }

  @FieldResolver(() => [ChallengeAlternative], {
    description: 'Other ways to prove the same, in the order to try; empty when there are none.',
  })
  async alternatives(@Root() { source }: ChallengeType): Promise<ChallengeAlternative[]> {
    return (await this.deps.getAlternatives(source)).map((factor) => ({ factor }));
  }

  @FieldResolver(() => String, {
    description: 'What answering will allow, in words made here, in the language of the caller. Show exactly these.',
  })
  async shownWords(@Root() { source }: ChallengeType, @Ctx() { locale }: RequestContext): Promise<string> {
    return shownWords(source, await this.deps.getCardKind(source), locale);
  }

  private async load(ids: readonly string[], { viewer }: RequestContext): Promise<(ChallengeType | null)[]> {
    const found = await this.deps.getChallenge(ids, viewer?.accountId);
    const now = this.deps.clock.now();
    return found.map((challenge) => challenge && toChallengeType(challenge, now));
  }
}
