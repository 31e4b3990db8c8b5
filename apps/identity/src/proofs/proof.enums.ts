import { enumOf, inWords } from '@bindery/subgraph';
import { proofLifetimeMs } from '@bindery/trust';
import { proofRejections } from './proof.errors';

export const IdentityProofRejectionEnum = enumOf(
  'IdentityProofRejection',
  'Why a proof does not allow what was asked.',
  proofRejections,
  {
    PROOF_MALFORMED: 'Not a proof that we gave.',
    PROOF_EXPIRED: `Older than ${inWords(proofLifetimeMs)}.`,
    PROOF_FOR_OTHER_ACTION: 'Given for something else, e.g. for BIND instead of REGISTER.',
    PROOF_FOR_OTHER_SUBJECT: 'Given for another phone.',
    PROOF_FOR_OTHER_PLAN: 'Given for a plan; nothing here has one.',
    PROOF_FOR_OTHER_ACCOUNT: 'Given to somebody who was signed in.',
    PROOF_ALREADY_USED: 'Used before; each proof allows one thing once.',
  },
);
