/** Wrong password, unknown phone, locked or closed account: one answer for all, so that it tells a stranger nothing. */
export interface LogInFailed {
  readonly kind: 'LOG_IN_FAILED';
}
