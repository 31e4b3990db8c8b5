export const en = {
  PROOF_REJECTED: 'The confirmation of your phone does not hold for this any more. Please confirm it again.',
};
