import { phases } from '@bindery/card-lifecycle';
import { enumOf } from '@bindery/subgraph';
import { proofActions } from '@bindery/trust';

export const ProofActionEnum = enumOf('ProofAction', 'What a proof allows, once.', proofActions, {
  REGISTER: 'Open an account with a phone number; for somebody not signed in.',
  RESET_PASSWORD: 'Set a new password; for somebody not signed in.',
  BIND: 'Confirm a binding that was started.',
  UNBIND: 'Take a card off, as in one plan.',
  RESTORE: 'Put a card that was taken off back.',
});

export const BindingPhaseEnum = enumOf('BindingPhase', 'What a binding waits for.', phases, {
  VERIFYING: 'Proofs, data or documents of the holder.',
  IN_REVIEW: 'A human decision.',
  BINDING: "The provider's answer to bind.",
  AWAITING_ACTIVATION: "The provider's own step, e.g. an invitation to accept.",
  BOUND: 'Nothing.',
  UNBINDING: "The provider's answer to unbind; unusable from the first moment.",
  UNBOUND: 'The end of the restore window.',
  RESTORING: "The provider's answer to restore.",
  DECLINED: 'Nothing: never bound, over.',
  REPLACED: 'Nothing: another binding took its place, over.',
  RETIRED: 'Nothing: taken off for good, over.',
});
