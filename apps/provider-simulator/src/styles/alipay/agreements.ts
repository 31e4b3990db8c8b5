import { operationKey, type Operation } from '../../records/operation';
import type { Credential } from '../../records/credential';
import type { SimulatorState } from '../../state/simulator-state';

/** An agreement of a user with a merchant, made of what its operation and its credential say. */
export interface Agreement {
  readonly agreementNo: string;
  readonly externalAgreementNo: string;
  readonly status: 'TEMP' | 'NORMAL' | 'STOP';
  readonly signedAt: Date;
  readonly lastFour: string;
}

/** By the merchant's number of it. */
export function findByMerchantNumber(state: SimulatorState, provider: string, number: string): Agreement | undefined {
  const operation = state.operations.get(operationKey(provider, number));
  if (operation?.request.kind !== 'BIND') return undefined;
  const { standing } = operation;
  // Signed, and not yet in force: its user has one more step to do.
  if (standing.status === 'ACTIVATION_REQUIRED') return toAgreement(state, operation);
  const credential = state.credentials.get(standing.credentialReference ?? '');
  return credential && toAgreement(state, operation, credential);
}

/** By Alipay's own. */
export function findByNumber(state: SimulatorState, provider: string, number: string): Agreement | undefined {
  const credential = state.credentials.get(number);
  if (credential?.provider !== provider) return undefined;
  const operation = findSigning(state, provider, number);
  return operation && toAgreement(state, operation, credential);
}

/** The signing that an agreement came of. */
export function findSigning(state: SimulatorState, provider: string, number: string): Operation | undefined {
  return state.operations
    .newestFirst()
    .find(
      (operation) =>
        operation.provider === provider &&
        operation.request.kind === 'BIND' &&
        operation.standing.credentialReference === number,
    );
}

function toAgreement(state: SimulatorState, { request }: Operation, credential?: Credential): Agreement | undefined {
  if (credential?.status === 'ABSENT') return undefined;
  return {
    agreementNo: credential?.credentialReference ?? request.operationId,
    externalAgreementNo: request.operationId,
    status: statusOf(credential),
    signedAt: new Date(credential?.boundAt ?? 0),
    lastFour: state.cards.get(request.token ?? '')?.lastFour ?? '',
  };
}

/** Merchants have no request to pause an agreement: one that is paused Alipay has paused. */
function statusOf(credential: Credential | undefined): Agreement['status'] {
  if (!credential) return 'TEMP';
  return credential.heldByProvider === true ? 'STOP' : 'NORMAL';
}
