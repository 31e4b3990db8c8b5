/** The access token is good, but its session is over. */
export interface NotSignedIn {
  readonly kind: 'NOT_SIGNED_IN';
}

/** What was given before belongs to a session that is over: its refresh token, or the answer of the login that made it. */
export interface SessionEnded {
  readonly kind: 'SESSION_ENDED';
}

export interface NotFound {
  readonly kind: 'NOT_FOUND';
}
