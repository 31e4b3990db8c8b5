import { cardKindWords } from '../proofs';

const kind = cardKindWords.en;

/** What to do with a binding that waits, by its phase. */
export const en = {
  VERIFYING: `Confirm that you want to bind ${kind}`,
  AWAITING_ACTIVATION: `Activate ${kind} with its provider`,
};
