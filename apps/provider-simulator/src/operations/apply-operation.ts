import { assertNever, newId } from '@bindery/kernel';
import type { Credential } from '../records/credential';
import type { SimulatorState } from '../state/simulator-state';
import type { Operation } from '../records/operation';
import { isObligationAct } from '../records/operation-kind';
import { applyObligation } from './apply-obligation';

/** Does what was asked for; answers the credential's reference. */
export function applyOperation(state: SimulatorState, { provider, request }: Operation, now: Date): string {
  if (request.kind === 'BIND') {
    const credentialReference = newId('cred');
    state.credentials.put(credentialReference, {
      credentialReference,
      provider,
      token: request.token ?? '',
      status: 'ACTIVE',
      boundAt: now.toISOString(),
    });
    return credentialReference;
  }
  const reference = request.credentialReference ?? '';
  if (isObligationAct(request.kind)) {
    applyObligation(state, request);
    return reference;
  }
  const credential = state.credentials.get(reference);
  if (credential) state.credentials.put(reference, changed(credential, request.kind, now));
  return reference;
}

function changed(credential: Credential, kind: 'UNBIND' | 'RESTORE' | 'SUSPEND' | 'RESUME', now: Date): Credential {
  switch (kind) {
    case 'UNBIND':
      return { ...credential, status: 'ABSENT', removedAt: now.toISOString() };
    case 'SUSPEND':
      return { ...credential, status: 'SUSPENDED' };
    case 'RESTORE':
    case 'RESUME':
      return { ...credential, status: 'ACTIVE', removedAt: undefined };
    default:
      return assertNever(kind, 'operation kind');
  }
}
