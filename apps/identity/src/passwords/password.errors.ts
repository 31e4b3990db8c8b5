export const passwordWeaknesses = ['TOO_SHORT', 'COMMON', 'PREDICTABLE', 'PERSONAL'] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];

export interface PasswordTooWeak {
  readonly kind: 'PASSWORD_TOO_WEAK';
  readonly weakness: PasswordWeakness;
}

/** More passwords wait for their hash than can be looked at in time. */
export interface Overloaded {
  readonly kind: 'OVERLOADED';
  readonly retryAt: Date;
}

/** Nobody has the phone. */
export interface NotFound {
  readonly kind: 'NOT_FOUND';
}
