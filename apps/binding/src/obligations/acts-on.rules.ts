import type { ObligationActKind } from '../providers/connector.rules';
import type { UnbindBlocker } from '../unbind-plan/unbind-plan.rules';

/** What can be done about each thing that hangs on a card. */
export const actsOn: Readonly<Record<UnbindBlocker['code'], readonly ObligationActKind[]>> = {
  BALANCE: ['WITHDRAW_BALANCE'],
  PENDING_PAYMENT: ['SETTLE_PENDING'],
  MANDATE: ['MOVE_MANDATE', 'CANCEL_MANDATE'],
  LOAN: [],
  OBLIGATIONS_UNKNOWN: [],
};
