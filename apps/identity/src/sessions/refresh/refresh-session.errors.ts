export interface SessionEnded {
  readonly kind: 'SESSION_ENDED';
}
