import { assertNever } from '@bindery/kernel';
import type { Credential } from '../records/credential';
import type { Provider } from '../providers/provider';
import type { KnownCard } from '../records/known-card';
import type { RefusalCause } from '../records/operation';
import { isObligationAct, type OperationKind } from '../records/operation-kind';
import { whyNotSettled, type ObligationSubject } from './judge-obligation';

/** What an operation would meet at its provider right now. */
export type Verdict =
  | { readonly is: 'POSSIBLE' }
  | { readonly is: 'DONE_ALREADY' }
  | { readonly is: 'IMPOSSIBLE'; readonly cause: RefusalCause };

export interface OperationSubject extends ObligationSubject {
  readonly provider: Provider;
  readonly card?: KnownCard;
}

const dayMs = 24 * 60 * 60 * 1000;
const possible: Verdict = { is: 'POSSIBLE' };
const doneAlready: Verdict = { is: 'DONE_ALREADY' };
const impossible = (cause: RefusalCause): Verdict => ({ is: 'IMPOSSIBLE', cause });

/** Decides by the provider's terms. Asked when an operation comes in and again when it is settled, for much may happen between. */
export function judgeOperation(kind: OperationKind, subject: OperationSubject, now: Date): Verdict {
  const { provider, card, credential } = subject;
  if (isObligationAct(kind)) {
    const cause = whyNotSettled(kind, subject);
    return cause ? impossible(cause) : possible;
  }
  if (kind === 'BIND') return card ? possible : impossible('TOKEN_UNKNOWN');
  if (!credential) return impossible('CREDENTIAL_UNKNOWN');
  switch (kind) {
    case 'UNBIND':
      return credential.status === 'ABSENT' ? doneAlready : possible;
    case 'RESTORE':
      return judgeRestore(provider, credential, now);
    case 'SUSPEND':
    case 'RESUME': {
      if (!provider.canSuspend) return impossible('SUSPEND_NOT_OFFERED');
      if (credential.status === 'ABSENT') return impossible('CREDENTIAL_NOT_ACTIVE');
      return credential.status === (kind === 'SUSPEND' ? 'SUSPENDED' : 'ACTIVE') ? doneAlready : possible;
    }
    default:
      return assertNever(kind, 'operation kind');
  }
}

function judgeRestore(provider: Provider, credential: Credential, now: Date): Verdict {
  if (provider.restoreWindowDays === null) return impossible('RESTORE_NOT_OFFERED');
  if (credential.status !== 'ABSENT') return doneAlready;
  const removedAt = Date.parse(credential.removedAt ?? credential.boundAt);
  return now.getTime() - removedAt > provider.restoreWindowDays * dayMs ? impossible('RESTORE_WINDOW_OVER') : possible;
}
