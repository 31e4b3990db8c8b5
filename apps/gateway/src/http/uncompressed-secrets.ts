/**
 * Answers of mutations hold tokens and proofs beside text that the caller chose, such as aliases and messages. They are
 * neither kept by anything in between (RFC 6749, 5.1) nor compressed, as their size would tell of the secret (BREACH).
 */
export const cacheControlOf = (operationKind: string | undefined): string =>
  operationKind === 'query' ? 'no-store' : 'no-store, no-transform';
