import { handleJobs, mergeJobParts } from '@bindery/jobs';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { ContactSeal } from '../contacts';
import type { ReadyFactors } from '../factors';
import type { GetCardKind, GrantProof } from '../proofs';
import { createAnswerChallenge } from './answer/answer-challenge';
import { AnswerChallengeResolver } from './answer/answer-challenge.resolver';
import type { Budgets } from '../budgets/budgets';
import { ChallengeRow } from './challenge.entity';
import { ChallengeResolver } from './challenge.resolver';
import { deliveryJobs } from '../delivery/delivery.jobs';
import { createFollowDelivery } from '../delivery/follow-delivery';
import { createSendCode } from '../delivery/send-code';
import { createExpireChallenges } from './expire-challenges';
import { handleExpiry } from './expiry.jobs';
import { createGetChallenge } from './get-challenge';
import { createPruneChallenges } from './prune-challenges';
import { createResendChallenge } from './resend/resend-challenge';
import { ResendChallengeResolver } from './resend/resend-challenge.resolver';
import { createStartChallenge } from './start/start-challenge';
import { StartChallengeResolver } from './start/start-challenge.resolver';

export { createBudgets } from '../budgets/budgets';
export { toChallengeType } from './challenge.mapper';
export { listOpenChallenges } from './challenge.repository';
export type { Challenge } from './challenge.rules';
export { ChallengeType } from './challenge.type';

export const challengesClasses = {
  resolvers: [ChallengeResolver, StartChallengeResolver, AnswerChallengeResolver, ResendChallengeResolver],
  entities: [ChallengeRow],
} satisfies FeatureClasses;

export interface ChallengesDeps {
  readonly contactSeal: ContactSeal;
  readonly factors: ReadyFactors;
  readonly budgets: Budgets;
  readonly grantProof: GrantProof;
  readonly getCardKind: GetCardKind;
}

/** A challenge from its start to its end: started, sent, answered, sent again, or over. */
export function createChallenges(foundation: Foundation, deps: ChallengesDeps) {
  const { db, clock } = foundation;
  const { factors } = deps;
  const all = { ...foundation, ...deps };
  const challenges = new ChallengeResolver({
    clock,
    getChallenge: createGetChallenge(db),
    getCardKind: deps.getCardKind,
    listAlternatives: ({ accountId, factor }) => factors.listAlternatives(db, accountId, factor),
    maskRecipient: (challenge) => factors.of(challenge.factor).maskRecipient(challenge),
  });
  const sendCode = createSendCode(all);
  const followDelivery = createFollowDelivery(all);
  const delivery = handleJobs(deliveryJobs, {
    'send-code': ({ challengeId, send }, { attempt, maxAttempts }) =>
      sendCode({ challengeId, send, isLastTry: attempt >= maxAttempts }),
    'follow-delivery': (payload) => followDelivery(payload),
  });
  const feature: Feature = {
    resolvers: [
      challenges,
      new StartChallengeResolver({ startChallenge: createStartChallenge(all) }),
      new AnswerChallengeResolver({ answerChallenge: createAnswerChallenge(all) }),
      new ResendChallengeResolver({ resendChallenge: createResendChallenge(all) }),
    ],
    references: { Challenge: ({ id }, context) => challenges.challenge(id, context) },
    jobs: mergeJobParts([delivery, handleExpiry(createExpireChallenges(all))]),
    prune: createPruneChallenges(all),
  };
  return { feature };
}
