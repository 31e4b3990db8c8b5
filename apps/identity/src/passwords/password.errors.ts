/** The expected failures of this service; each use case lists those it can have. */

export interface InvalidInput {
  readonly kind: 'INVALID_INPUT';
  /** Path of the field from the input, e.g. `device.name`. */
  readonly field: string;
}

export interface PhoneInvalid {
  readonly kind: 'PHONE_INVALID';
}

export const passwordWeaknesses = ['TOO_SHORT', 'COMMON', 'PREDICTABLE', 'PERSONAL'] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];

export interface PasswordTooWeak {
  readonly kind: 'PASSWORD_TOO_WEAK';
  readonly weakness: PasswordWeakness;
}

export interface PhoneTaken {
  readonly kind: 'PHONE_TAKEN';
}

/** Why a proof does not allow the act: what is wrong with the token, or that it was used before. */
export const proofRejections = [
  'PROOF_MALFORMED',
  'PROOF_EXPIRED',
  'PROOF_FOR_OTHER_ACTION',
  'PROOF_FOR_OTHER_SUBJECT',
  'PROOF_FOR_OTHER_PLAN',
  'PROOF_FOR_OTHER_ACCOUNT',
  'PROOF_ALREADY_USED',
] as const;
export type ProofRejection = (typeof proofRejections)[number];

export interface ProofRejected {
  readonly kind: 'PROOF_REJECTED';
  readonly reason: ProofRejection;
}

/** Wrong password, unknown phone, locked or closed account: one answer for all, so that it tells a stranger nothing. */
export interface LogInFailed {
  readonly kind: 'LOG_IN_FAILED';
}

export interface TooManyFailures {
  readonly kind: 'TOO_MANY_FAILURES';
  readonly retryAt: Date;
}

export interface Overloaded {
  readonly kind: 'OVERLOADED';
  readonly retryAt: Date;
}

export interface SessionEnded {
  readonly kind: 'SESSION_ENDED';
}

export interface NotFound {
  readonly kind: 'NOT_FOUND';
}

/** The access token is good, but its session is over. */
export interface NotSignedIn {
  readonly kind: 'NOT_SIGNED_IN';
}
