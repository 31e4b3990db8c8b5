import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { Countries } from '@bindery/values';
import type { DrawCode } from '../budgets';
import type { ContactSeal, FindAcquaintance } from '../contacts';
import type { ReadyFactors } from '../factors';
import type { GetKindName, GrantProof, IsProofOver } from '../proofs';
import { createAnswerChallenge } from './answer/answer-challenge';
import { AnswerChallengeResolver } from './answer/answer-challenge.resolver';
import { ChallengeRow } from './challenge.entity';
import { ChallengeResolver } from './challenge.resolver';
import type { EnqueueSend } from './enqueue-send';
import { createExpireChallenges } from './expire-challenges';
import { handleExpiry } from './expiry.jobs';
import { createGetChallenge } from './get-challenge';
import { createPruneChallenges } from './prune-challenges';
import { createResendChallenge } from './resend/resend-challenge';
import { ResendChallengeResolver } from './resend/resend-challenge.resolver';
import { createStartChallenge } from './start/start-challenge';
import { StartChallengeResolver } from './start/start-challenge.resolver';

export { toChallengeType } from './challenge.mapper';
export { listChallengesById, listOpenChallenges, lockChallenge, saveChallenge } from './challenge.repository';
export { stateAt, type Challenge, type Sending } from './challenge.rules';
export { ChallengeType } from './challenge.type';
export type { EnqueueSend } from './enqueue-send';

export const challengesClasses = {
  resolvers: [ChallengeResolver, StartChallengeResolver, AnswerChallengeResolver, ResendChallengeResolver],
  entities: [ChallengeRow],
} satisfies FeatureClasses;

export interface ChallengesDeps {
  readonly contactSeal: ContactSeal;
  readonly digestClient: (networkAddress: string) => string;
  readonly findAcquaintance: FindAcquaintance;
  readonly factors: ReadyFactors;
  readonly drawCode: DrawCode;
  readonly enqueueSend: EnqueueSend;
  readonly grantProof: GrantProof;
  readonly getKindName: GetKindName;
  readonly isProofOver: IsProofOver;
  readonly countries: Countries;
}

/** A challenge from its start to its end: started, answered, asked for again, or over. */
export function createChallenges(foundation: Foundation, deps: ChallengesDeps) {
  const { db, clock } = foundation;
  const { factors } = deps;
  const all = { ...foundation, ...deps };
  const challenges = new ChallengeResolver({
    clock,
    getChallenge: createGetChallenge(db),
    getKindName: deps.getKindName,
    listAlternatives: ({ accountId, factor }) => factors.listAlternatives(db, accountId, factor),
    maskRecipient: (factor, sending) => factors.sendingOf(factor).maskRecipient(sending),
  });
  const feature: Feature = {
    resolvers: [
      challenges,
      new StartChallengeResolver({ startChallenge: createStartChallenge(all) }),
      new AnswerChallengeResolver({ answerChallenge: createAnswerChallenge(all) }),
      new ResendChallengeResolver({ resendChallenge: createResendChallenge(all) }),
    ],
    references: { Challenge: ({ id }, context) => challenges.challenge(id, context) },
    jobs: handleExpiry(createExpireChallenges(all)),
    prune: createPruneChallenges(all),
  };
  return { feature };
}
