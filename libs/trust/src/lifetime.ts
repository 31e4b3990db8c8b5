/** Clocks of who signs and who verifies differ by so much at most. */
export const clockSkewMs = 60_000;

/** When a token was made and when it ends, seconds since the epoch (RFC 7519, 4.1). */
export interface TokenTimes {
  readonly iat: number;
  readonly exp: number;
}

/**
 * Whether a token was made by now and for no longer than its kind lives: how long it is good is not for its signer alone to say, who may have lost the key.
 * Whether it is over is another question.
 */
export const isOfLifetime = ({ iat, exp }: TokenTimes, lifetimeMs: number, nowMs: number): boolean =>
  iat * 1000 <= nowMs + clockSkewMs && exp > iat && (exp - iat) * 1000 <= lifetimeMs;
