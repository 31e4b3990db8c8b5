/** No account has this id or phone, or it is closed. */
export interface NoSuchAccount {
  readonly kind: 'NO_SUCH_ACCOUNT';
}

export interface RoleHeldAlready {
  readonly kind: 'ROLE_HELD_ALREADY';
}

export interface RoleNotHeld {
  readonly kind: 'ROLE_NOT_HELD';
}
