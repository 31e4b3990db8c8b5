export const en = {
  PROOF_MALFORMED: 'This proof cannot be read. Please prove again that it is you.',
  PROOF_EXPIRED:
    'The proof is older than {minutes, plural, one {# minute} other {# minutes}}. Please prove again that it is you.',
  PROOF_FOR_OTHER_ACTION: 'This proof was given for something else.',
  PROOF_FOR_OTHER_SUBJECT: 'This proof was given for another card.',
  PROOF_FOR_OTHER_PLAN: 'This proof was given for another plan.',
  PROOF_FOR_OTHER_ACCOUNT: 'This proof was given by somebody else.',
  PROOF_BY_OTHER_FACTOR: 'The provider wants another kind of proof for this. Please prove again by one that it takes.',
  PROOF_ALREADY_USED: 'This proof was used already. Each proof works once.',
} as const;
