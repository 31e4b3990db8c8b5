import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { SigningKey } from '@bindery/trust';
import type { ContactSeal, SecretDigests } from '../domain/ports';
import { createCountCodesLeft } from '../queries/count-codes-left';
import { createGetAlternatives } from '../queries/get-alternatives';
import { createGetCardKind } from '../queries/get-card-kind';
import { createGetChallenge } from '../queries/get-challenge';
import { createListWaiting } from '../queries/list-waiting';
import { createAnswerChallenge } from '../use-cases/answer-challenge';
import { createFindRecipient } from '../use-cases/find-recipient';
import { createGrantProof } from '../use-cases/grant-proof';
import { createResendChallenge } from '../use-cases/resend-challenge';
import { createStartChallenge } from '../use-cases/start-challenge';
import { AccountResolver } from './account.resolver';
import { AnswerChallengeResolver } from './answer-challenge.resolver';
import { BindingResolver } from './binding.resolver';
import { ChallengeResolver } from './challenge.resolver';
import { ResendChallengeResolver } from './resend-challenge.resolver';
import { StartChallengeResolver } from './start-challenge.resolver';

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
