/** What was given before belongs to a session that is over: its refresh token, or the answer of the login that made it. */
export interface SessionEnded {
  readonly kind: 'SESSION_ENDED';
}
