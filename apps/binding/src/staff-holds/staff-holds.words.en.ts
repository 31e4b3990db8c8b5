export const en = {
  OWN_ACCOUNT: 'This is a card of your own account. Somebody else has to do it.',
  LAID_IT: 'You laid this hold yourself. Somebody else has to lift it.',
  HOLD_ALREADY_LAID: 'The card is held for this reason already.',
  HOLD_ALREADY_LIFTED: 'This hold was lifted before, and nothing of it is left.',
} as const;
