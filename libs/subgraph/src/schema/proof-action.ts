import { proofActions } from '@bindery/trust';
import { enumOf } from './enum-of';

/** Of verification, which takes challenges for them, and of whoever says which one is needed. */
export const ProofActionEnum = enumOf('ProofAction', 'What a proof allows, once.', proofActions, {
  REGISTER: 'Open an account with a phone number; for somebody not signed in.',
  RESET_PASSWORD: 'Set a new password; for somebody not signed in.',
  BIND: 'Confirm a binding that was started.',
  UNBIND: 'Take a card off, as in one plan.',
  RESTORE: 'Put a card that was taken off back.',
  FOUND: 'Take back the report that a card or device is lost.',
  MOVE: 'Move all cards of a device to another, as in one plan.',
  CANCEL_MANDATE: 'Cancel one recurring payment of a card, as it was shown.',
  MOVE_MANDATE: 'Move one recurring payment from a card to another, as it was shown.',
  SETTLE_PENDING: 'Settle one pending payment of a card, as it was shown.',
  WITHDRAW_BALANCE: 'Withdraw the balance of a card, as it was shown.',
  OPEN_LOAN: 'Take out a loan, as in one offer.',
});
