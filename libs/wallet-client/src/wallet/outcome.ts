import type { Outcome } from '../wallet-types';

/** A mutation answered with another member of its union than was wanted. */
export class UnexpectedOutcome extends Error {
  override name = 'UnexpectedOutcome';

  constructor(
    readonly wanted: string,
    readonly outcome: Outcome,
  ) {
    super(`wanted ${wanted}, got ${outcome.__typename}: ${outcome.code ?? ''} ${outcome.message ?? ''}`);
  }
}

/** The outcome as the member that was wanted; throws UnexpectedOutcome for any other. */
export function expectMember<Member extends object>(outcome: Outcome, wanted: string): Member & Outcome {
  if (outcome.__typename !== wanted) throw new UnexpectedOutcome(wanted, outcome);
  return outcome as Member & Outcome;
}
