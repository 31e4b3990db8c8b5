/** What to do with a binding that waits, by its phase, or by what a review of it waits for. */
export const en = {
  VERIFYING: 'Confirm that you want to bind the {kind}',
  AWAITING_ACTIVATION: 'Activate the {kind} with its provider',
  'VERIFYING.REPLACEMENT': 'Confirm the new {kind} that takes the place of the old one',
  'VERIFYING.MOVE': 'Confirm that you want the {kind} on the new device',
  'AWAITING_ACTIVATION.REPLACEMENT': 'Activate the new {kind}; until then the old one stays',
  'AWAITING_ACTIVATION.MOVE': 'Activate the {kind} on the new device; until then it stays on the old one',
  CARD: 'Enter the {kind} on the device that it moves to; until then it stays on the old one',
  DOCUMENT: 'State your document for the {kind}',
  REVIEW: 'A reviewer is looking at the {kind}',
  DISPUTE: 'We are looking into what you disputed',
  'DISPUTE.late': 'We are late with what you disputed; people have been told, and it will be decided',
  WAS_THIS_YOU: 'Your {kind} was taken off elsewhere: say whether it was you',
  RESTORE: 'You were right: prove that it is you, and the card comes back',
};
