/** What a client may choose as the key of a mutation: long enough that two never meet, and safe in headers, logs and URLs. UUIDs and TypeIDs fit. */
export const idempotencyKeyPattern = /^[A-Za-z0-9_-]{16,64}$/;

export const isIdempotencyKey = (text: string): boolean => idempotencyKeyPattern.test(text);
