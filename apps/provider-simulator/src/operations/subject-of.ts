import type { Provider } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import type { OperationSubject } from './judge-operation';
import type { OperationRequest } from '../records/operation';

/** The card and the credential a request names, as far as this provider knows them; another provider's are unknown to it. */
export function subjectOf(
  state: SimulatorState,
  provider: Provider,
  { token, credentialReference, toCredentialReference, obligationId, amount }: OperationRequest,
): OperationSubject {
  const card = token === undefined ? undefined : state.cards.get(token);
  const credential = credentialReference === undefined ? undefined : state.credentials.get(credentialReference);
  const target = toCredentialReference === undefined ? undefined : state.credentials.get(toCredentialReference);
  return {
    provider,
    target: target?.provider === provider.code ? target : undefined,
    obligations: state.obligations.get(credentialReference ?? ''),
    obligationId,
    amount,
    card: card?.provider === provider.code ? card : undefined,
    credential: credential?.provider === provider.code ? credential : undefined,
  };
}
