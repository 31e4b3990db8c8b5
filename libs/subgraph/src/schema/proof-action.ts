import { proofActions } from '@bindery/trust';
import { enumOf } from './enum-of';

/** Of verification, which takes challenges for them, and of whoever says which one is needed. */
export const ProofActionEnum = enumOf('ProofAction', 'What a proof allows, once.', proofActions, {
  REGISTER: 'Open an account with a phone number; for somebody not signed in.',
  RESET_PASSWORD: 'Set a new password; for somebody not signed in.',
  BIND: 'Confirm a binding that was started.',
  UNBIND: 'Take a card off, as in one plan.',
  RESTORE: 'Put a card that was taken off back.',
});
