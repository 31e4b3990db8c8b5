/** Long enough that two clients do not meet by chance, short enough for an index. */
export const idempotencyKeyPattern = /^[A-Za-z0-9_-]{16,64}$/;
