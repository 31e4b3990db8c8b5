export const proofRejections = [
  'PROOF_MALFORMED',
  'PROOF_EXPIRED',
  'PROOF_FOR_OTHER_ACTION',
  'PROOF_FOR_OTHER_SUBJECT',
  'PROOF_FOR_OTHER_PLAN',
  'PROOF_FOR_OTHER_ACCOUNT',
  'PROOF_BY_OTHER_FACTOR',
  'PROOF_ALREADY_USED',
] as const;
export type ProofRejection = (typeof proofRejections)[number];

export interface ProofRejected {
  readonly kind: 'PROOF_REJECTED';
  readonly reason: ProofRejection;
}
