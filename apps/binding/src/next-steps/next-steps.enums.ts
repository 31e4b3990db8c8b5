import { enumOf } from '@bindery/subgraph';
import { nextStepCodes } from './next-steps.rules';

export const NextStepCodeEnum = enumOf('NextStepCode', 'What the holder can do now.', nextStepCodes, {
  CONFIRM_BINDING: 'Prove that it is you and confirm.',
  CANCEL_BINDING: 'Give it up.',
  WAIT_FOR_REVIEW: 'Wait for the reviewer.',
  WAIT_FOR_PROVIDER: 'Wait for the provider.',
  ACTIVATE: 'Do what the provider waits for: Binding.activation.',
  USE_CARD: 'Use the card.',
  SUSPEND: 'Suspend it for a while.',
  REPORT_LOST: 'Report it lost.',
  REPORT_FOUND: 'Say that it is found again.',
  RESUME: 'Lift your suspension, or what is left of a report that you took back.',
  RENEW: 'Bring a newer document, as the old one expires soon or has: renewDocument.',
  REPLACE: 'Bind another card in its place.',
  MOVE: 'Move it to this device, with all others of its device.',
  UNBIND: 'Take it off.',
  RESTORE: 'Undo the unbind.',
  REBIND: 'Bind the card again; of a card that is bound elsewhere, on this device, to which it moves.',
  CLEAR_OBLIGATIONS: 'Settle what keeps a replaced card at its provider: `obligations.offers`.',
  OPEN_DISPUTE: 'Say that it was not you who took it off.',
  CONTACT_PROVIDER: 'Ask the provider.',
  CONTACT_SUPPORT: 'Ask support.',
});
