import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { SigningKey } from '@bindery/trust';
import type { ContactSeal, SecretDigests } from '../factors/factor-module';
import { createCountCodesLeft } from '../challenges/budgets/count-codes-left';
import { createGetAlternatives } from '../factors/get-alternatives';
import { createGetCardKind } from '../proofs/get-card-kind';
import { createGetChallenge } from '../challenges/get-challenge';
import { createListWaiting } from '../waiting/list-waiting';
import { createAnswerChallenge } from '../challenges/answer/answer-challenge';
import { createFindRecipient } from '../factors/sms-code/find-recipient';
import { createGrantProof } from '../proofs/grant-proof';
import { createResendChallenge } from '../challenges/resend/resend-challenge';
import { createStartChallenge } from '../challenges/start/start-challenge';
import { AccountResolver } from '../waiting/account.resolver';
import { AnswerChallengeResolver } from '../challenges/answer/answer-challenge.resolver';
import { BindingResolver } from '../proofs/binding.resolver';
import { ChallengeResolver } from '../challenges/challenge.resolver';
import { ResendChallengeResolver } from '../challenges/resend/resend-challenge.resolver';
import { StartChallengeResolver } from '../challenges/start/start-challenge.resolver';

export interface ResolverDeps {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly contactSeal: ContactSeal;
  readonly digests: SecretDigests;
  readonly signingKey: SigningKey;
  readonly codesPerAddress: number;
}

/** The instance of each resolver class; a part of the composition root. */
export function createResolvers(deps: ResolverDeps): ReadonlyMap<unknown, object> {
  const { dataSource, clock, contactSeal } = deps;
  const challenges = new ChallengeResolver({
    clock,
    contactSeal,
    getChallenge: createGetChallenge(dataSource),
    getAlternatives: createGetAlternatives(dataSource),
    getCardKind: createGetCardKind(dataSource),
  });
  return new Map<unknown, object>([
    [ChallengeResolver, challenges],
    [
      StartChallengeResolver,
      new StartChallengeResolver(createStartChallenge({ ...deps, findRecipient: createFindRecipient(deps) })),
    ],
    [
      AnswerChallengeResolver,
      new AnswerChallengeResolver(createAnswerChallenge({ ...deps, grantProof: createGrantProof(deps) })),
    ],
    [ResendChallengeResolver, new ResendChallengeResolver(createResendChallenge(deps))],
    [AccountResolver, new AccountResolver({ clock, listWaiting: createListWaiting(dataSource) })],
    [BindingResolver, new BindingResolver(createCountCodesLeft(dataSource, clock))],
  ]);
}
