/** What to do with a binding that waits, by its phase. */
export const en = {
  VERIFYING: 'Confirm that you want to bind the {kind}',
  AWAITING_ACTIVATION: 'Activate the {kind} with its provider',
};
