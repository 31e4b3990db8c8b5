export const en = {
  OWN_ACCOUNT: 'This is about your own account. Somebody else decides it.',
  ACTED_ON_IT: 'You decided about this card before. Somebody else decides this.',
  PROPOSED_IT: 'You proposed this yourself. Somebody else has to agree.',
  DISPUTE_MOVED: 'This dispute has gone on since you read it. Read it again.',
} as const;
