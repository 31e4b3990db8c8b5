import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import type { Binding } from '../../lifecycle/binding.rules';
import type { ObligationActKind, ObligationRequest } from '../../providers/connector.rules';

/** Stands for the balance where an obligation is named. */
export const balanceId = 'BALANCE';

/** What an operation does about a mandate, a pending payment or a balance. */
export interface ActDetails {
  readonly operationId: Id<'operation'>;
  readonly accountId: Id<'account'>;
  readonly bindingId: Id<'binding'>;
  readonly kind: ObligationActKind;
  /** The provider's name for the mandate or payment; `balanceId` for the balance. */
  readonly obligationId: string;
  /** The merchant, or what is paid for, as the provider says it; empty for the balance. */
  readonly about: string;
  readonly amount: Money | null;
  /** The binding that a mandate moves to. */
  readonly toBindingId: Id<'binding'> | null;
  /** What the holder agreed to, word for word, where it moves. */
  readonly agreed: { readonly text: string; readonly locale: Locale } | null;
  readonly proofId: Id<'proof'> | null;
  /** Where it moves because a card took the place of another: the binding of the new one. */
  readonly successorId: Id<'binding'> | null;
  readonly deadline: Date;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
}

/** Such an act, and how its operation stands. */
export interface ObligationAct extends ActDetails {
  readonly state: 'OPEN' | 'CONFIRMED' | 'REFUSED' | 'SUPERSEDED';
  readonly cause: string | null;
}

type Act = Pick<ActDetails, 'operationId' | 'kind' | 'obligationId' | 'amount'>;
type Named = Pick<Binding, 'credentialReference'>;

/** What the provider is asked for; null where it has no name for a card that it is about. */
export function toObligationRequest(
  { operationId, kind, obligationId, amount }: Act,
  from: Named,
  to: Named | null,
): ObligationRequest | null {
  const { credentialReference } = from;
  if (credentialReference === null || to?.credentialReference === null) return null;
  return {
    operationId,
    kind,
    credentialReference,
    ...(obligationId === balanceId ? {} : { obligationId }),
    ...(amount && kind !== 'CANCEL_MANDATE' && kind !== 'MOVE_MANDATE' ? { amount } : {}),
    ...(to ? { toCredentialReference: to.credentialReference } : {}),
  };
}

/** Phases in which something hangs on a card: bound, or its place was taken and it is not off yet. */
export const isTakenFrom = ({ state }: Pick<Binding, 'state'>): boolean =>
  state.phase === 'BOUND' || state.phase === 'REPLACED';
