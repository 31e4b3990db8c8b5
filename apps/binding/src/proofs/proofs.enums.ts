import { enumOf, inWords } from '@bindery/subgraph';
import { proofLifetimeMs } from '@bindery/trust';
import { proofRejections } from './proofs.errors';

export const ProofRejectionEnum = enumOf(
  'ProofRejection',
  'Why a proof does not allow what was asked.',
  proofRejections,
  {
    PROOF_MALFORMED: 'Not a proof that we gave.',
    PROOF_EXPIRED: `Older than ${inWords(proofLifetimeMs)}.`,
    PROOF_FOR_OTHER_ACTION: 'Given for something else, e.g. for BIND instead of UNBIND.',
    PROOF_FOR_OTHER_SUBJECT: 'Given for another card, device or binding.',
    PROOF_FOR_OTHER_PLAN: 'Given for another plan.',
    PROOF_FOR_OTHER_ACCOUNT: 'Given to somebody else.',
    PROOF_BY_OTHER_FACTOR: 'Given by another factor than the provider takes for it.',
    PROOF_ALREADY_USED: 'Used before; each proof allows one thing once.',
  },
);
