import { assertNever } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { ObligationActKind } from '../records/operation-kind';
import { noObligations, type Credential, type Obligations } from '../records/credential';
import type { RefusalCause } from '../records/operation';

/** What an act is about, as its provider knows it. */
export interface ObligationSubject {
  readonly credential?: Credential;
  /** Where a mandate would move to. */
  readonly target?: Credential;
  readonly obligations?: Obligations;
  readonly obligationId?: string;
  readonly amount?: Money;
}

/** Why nothing is done about an obligation; undefined when it can be. Nothing is, for a card that is off. */
export function whyNotSettled(
  kind: ObligationActKind,
  { credential, target, obligations = noObligations, obligationId, amount }: ObligationSubject,
): RefusalCause | undefined {
  if (!credential) return 'CREDENTIAL_UNKNOWN';
  if (credential.status === 'ABSENT') return 'CREDENTIAL_NOT_ACTIVE';
  const isAsked = ({ id }: { readonly id: string }) => id === obligationId;
  switch (kind) {
    case 'CANCEL_MANDATE':
      return obligations.mandates.some(isAsked) ? undefined : 'OBLIGATION_UNKNOWN';
    case 'MOVE_MANDATE':
      if (!obligations.mandates.some(isAsked)) return 'OBLIGATION_UNKNOWN';
      return target?.status === 'ACTIVE' && target.heldByProvider !== true ? undefined : 'TARGET_NOT_ABLE';
    case 'SETTLE_PENDING':
      return whyNotPaid(obligations.pending.find(isAsked)?.amount, amount);
    case 'WITHDRAW_BALANCE':
      return whyNotPaid(obligations.balance ?? undefined, amount);
    default:
      return assertNever(kind, 'act');
  }
}

function whyNotPaid(open: Money | undefined, asked: Money | undefined): RefusalCause | undefined {
  if (!open) return 'OBLIGATION_UNKNOWN';
  return open.value === asked?.value && open.currency === asked.currency ? undefined : 'AMOUNT_DIFFERS';
}
