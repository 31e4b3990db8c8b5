import { enumOf } from '@bindery/subgraph';
import { nextStepCodes } from './next-steps.rules';

export const NextStepCodeEnum = enumOf('NextStepCode', 'What the holder can do now.', nextStepCodes, {
  CONFIRM_BINDING: 'Prove that it is you and confirm.',
  CANCEL_BINDING: 'Give it up.',
  WAIT_FOR_REVIEW: 'Wait for the reviewer.',
  WAIT_FOR_PROVIDER: 'Wait for the provider.',
  ACTIVATE: 'Finish the provider’s own step.',
  USE_CARD: 'Use the card.',
  SUSPEND: 'Suspend it for a while.',
  RESUME: 'Lift your suspension.',
  RENEW: 'Renew what has expired.',
  UNBIND: 'Take it off.',
  RESTORE: 'Undo the unbind.',
  REBIND: 'Bind the card again.',
  CONTACT_SUPPORT: 'Ask support.',
});
