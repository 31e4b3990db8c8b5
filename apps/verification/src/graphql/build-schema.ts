import { buildSubgraph, type ReferenceResolver, type RequestContext, type Subgraph } from '@bindery/subgraph';
import { AccountResolver } from '../waiting/account.resolver';
import { AccountType } from '../waiting/account.type';
import { AnswerChallengeResolver } from '../challenges/answer/answer-challenge.resolver';
import { BindingResolver } from '../proofs/binding.resolver';
import { BindingType } from '../proofs/binding.type';
import { ChallengeResolver } from '../challenges/challenge.resolver';
import { ResendChallengeResolver } from '../challenges/resend/resend-challenge.resolver';
import { StartChallengeResolver } from '../challenges/start/start-challenge.resolver';
import { WaitingBinding, WaitingChallenge } from '../waiting/waiting-item.type';

/** An account's waiting things are its own holder's only. */
const accountReference: ReferenceResolver = ({ id }, { viewer }) =>
  viewer?.accountId === id ? Object.assign(new AccountType(), { id }) : null;

/**
 * The representation brings the phase that `requiredProofs` asks for. Whose binding it is, binding has decided
 * before it gave the reference out; a stranger has no proofs to give.
 */
const bindingReference: ReferenceResolver = (reference, { viewer }) =>
  viewer ? Object.assign(new BindingType(), reference) : null;

/** The verification subgraph. Without instances (resolver class → instance) it can be printed, not run. */
export function buildVerificationSubgraph(instances: ReadonlyMap<unknown, object> = new Map()): Subgraph {
  const challengeReference: ReferenceResolver = ({ id }, context: RequestContext) =>
    (instances.get(ChallengeResolver) as ChallengeResolver).challenge(id, context);
  return buildSubgraph({
    resolvers: [
      ChallengeResolver,
      StartChallengeResolver,
      AnswerChallengeResolver,
      ResendChallengeResolver,
      AccountResolver,
      BindingResolver,
    ],
    // Account is reached by reference only, what waits only behind its interface.
    orphanedTypes: [AccountType, WaitingChallenge, WaitingBinding],
    instances,
    references: { Account: accountReference, Binding: bindingReference, Challenge: challengeReference },
  });
}
