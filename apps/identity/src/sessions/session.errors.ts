/** The access token is good, but its session is over. */
export interface NotSignedIn {
  readonly kind: 'NOT_SIGNED_IN';
}

export interface NotFound {
  readonly kind: 'NOT_FOUND';
  /** The field that names it, where that is not plain. */
  readonly field?: string;
}
