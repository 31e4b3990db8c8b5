import type { Id } from '@bindery/kernel';
import type { OperationRequest, ProviderMessage, QueryOutcome } from '../providers/connector';
import type { CredentialStatus } from '../providers/connector.rules';
import type { FakeBehaviour } from './fake-behaviour';

export interface FakeOperation {
  readonly request: OperationRequest;
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
export function confirm(operation: FakeOperation, credentials: Map<string, CredentialStatus>): void {
  const { operationId, kind, credentialReference = `cred_${operationId}` } = operation.request;
  credentials.set(credentialReference, standingAfter[kind]);
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
      return { type: 'operation.activation_required', provider, operationId };
    case 'PENDING':
      return undefined;
  }
}
