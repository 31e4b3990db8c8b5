import type { Id } from '@bindery/kernel';
import type { OperationRequest, ProviderMessage, QueryOutcome } from '../../providers/connector';
import {
  isObligationAct,
  type CredentialStatus,
  type ObligationRequest,
  type Obligations,
} from '../../providers/connector.rules';
import type { FakeBehaviour } from './fake-behaviour';

export interface FakeOperation {
  readonly request: OperationRequest | ObligationRequest;
  readonly behaviour: FakeBehaviour;
  standing: Exclude<QueryOutcome, { status: 'OPERATION_UNKNOWN' | 'UNAVAILABLE' }>;
}

/** How a credential stands after an operation of each kind. */
const standingAfter = {
  BIND: 'ACTIVE',
  RESTORE: 'ACTIVE',
  RESUME: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  UNBIND: 'ABSENT',
} as const;

/** Gives an operation its effect. A bind names its credential after itself, so that a test can foretell it. */
export function confirm(
  operation: FakeOperation,
  credentials: Map<string, CredentialStatus>,
  obligations: Map<string, Obligations>,
): void {
  if (isAct(operation.request)) return settleAct(operation, operation.request, credentials, obligations);
  const { operationId, kind, credentialReference = `cred_${operationId}` } = operation.request;
  credentials.set(credentialReference, standingAfter[kind]);
  operation.standing = { status: 'CONFIRMED', credentialReference };
}

const isAct = (request: FakeOperation['request']): request is ObligationRequest => isObligationAct(request.kind);

const nothing: Obligations = { balance: null, pending: [], mandates: [] };

/** Nothing is done for a card that is off, or about what is not there. */
function settleAct(
  operation: FakeOperation,
  { kind, credentialReference, obligationId, toCredentialReference }: ObligationRequest,
  credentials: Map<string, CredentialStatus>,
  obligations: Map<string, Obligations>,
): void {
  const owed = obligations.get(credentialReference) ?? nothing;
  const mandate = owed.mandates.find(({ id }) => id === obligationId);
  const isThere = mandate || owed.pending.some(({ id }) => id === obligationId) || kind === 'WITHDRAW_BALANCE';
  const isOff = [credentialReference, toCredentialReference ?? credentialReference].some(
    (reference) => (credentials.get(reference) ?? 'ABSENT') === 'ABSENT',
  );
  if (!isThere || isOff) {
    operation.standing = { status: 'REFUSED', cause: isOff ? 'CREDENTIAL_NOT_ACTIVE' : 'OBLIGATION_UNKNOWN' };
    return;
  }
  obligations.set(credentialReference, {
    balance: kind === 'WITHDRAW_BALANCE' ? null : owed.balance,
    pending: owed.pending.filter(({ id }) => id !== obligationId),
    mandates: owed.mandates.filter(({ id }) => id !== obligationId),
  });
  if (toCredentialReference && mandate) {
    const other = obligations.get(toCredentialReference) ?? nothing;
    obligations.set(toCredentialReference, { ...other, mandates: [...other.mandates, mandate] });
  }
  operation.standing = { status: 'CONFIRMED', credentialReference };
}

export function refuse(operation: FakeOperation): void {
  operation.standing = { status: 'REFUSED', cause: 'PROVIDER_DECLINED' };
}

/** The messages a provider posts about an operation that has just been settled, in the order it posts them. */
export function messagesAbout(provider: string, { request, behaviour, standing }: FakeOperation): ProviderMessage[] {
  const message = toMessage(provider, request.operationId, standing);
  if (!message || behaviour === 'SILENT') return [];
  if (behaviour === 'TWICE') return [message, message];
  if (behaviour === 'CONTRADICT')
    return [message, { type: 'operation.refused', provider, operationId: request.operationId, cause: 'CONTRADICTION' }];
  return [message];
}

function toMessage(
  provider: string,
  operationId: Id<'operation'>,
  standing: FakeOperation['standing'],
): ProviderMessage | undefined {
  switch (standing.status) {
    case 'CONFIRMED':
      return { type: 'operation.confirmed', provider, operationId, credentialReference: standing.credentialReference };
    case 'REFUSED':
      return { type: 'operation.refused', provider, operationId, cause: standing.cause };
    case 'ACTIVATION_REQUIRED':
      return { type: 'operation.activation_required', provider, operationId, activation: standing.activation };
    case 'PENDING':
      return undefined;
  }
}
