import { noObligations } from '../records/credential';
import type { OperationRequest } from '../records/operation';
import type { SimulatorState } from '../state/simulator-state';

/** Does what was asked about a mandate, a pending payment or a balance. */
export function applyObligation(state: SimulatorState, request: OperationRequest): void {
  const { kind, credentialReference = '', obligationId, toCredentialReference = '' } = request;
  const owed = state.obligations.get(credentialReference) ?? noObligations;
  const mandates = owed.mandates.filter(({ id }) => id !== obligationId);
  switch (kind) {
    case 'CANCEL_MANDATE':
      return void state.obligations.put(credentialReference, { ...owed, mandates });
    case 'MOVE_MANDATE': {
      const moved = owed.mandates.filter(({ id }) => id === obligationId);
      const others = state.obligations.get(toCredentialReference) ?? noObligations;
      state.obligations.put(credentialReference, { ...owed, mandates });
      return void state.obligations.put(toCredentialReference, {
        ...others,
        mandates: [...others.mandates.filter(({ id }) => id !== obligationId), ...moved],
      });
    }
    case 'SETTLE_PENDING':
      return void state.obligations.put(credentialReference, {
        ...owed,
        pending: owed.pending.filter(({ id }) => id !== obligationId),
      });
    case 'WITHDRAW_BALANCE':
      return void state.obligations.put(credentialReference, { ...owed, balance: null });
    default:
  }
}
