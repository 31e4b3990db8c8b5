import type { Locale } from '@bindery/localisation';
import { toProblem } from '@bindery/subgraph';
import { proofLifetimeMs } from '@bindery/trust';
import { ProofRejectedError } from './proof-rejected.type';
import type { ProofRejected } from './proofs.errors';
import { say } from './proofs.words';

/** Spread into the refusals of what needs a proof. */
export const proofProblems = {
  PROOF_REJECTED: ({ reason }: ProofRejected, locale: Locale) =>
    Object.assign(
      new ProofRejectedError(),
      toProblem(
        reason,
        say(locale, reason, { minutes: proofLifetimeMs / 60_000 }),
        [{ code: 'StartChallenge' }],
        locale,
      ),
      { rejection: reason, reason },
    ),
};
