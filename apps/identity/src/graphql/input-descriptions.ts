/** Said the same of every mutation's key. */
export const idempotencyKeyDescription =
  'Made by the client, new for each thing it wants done, the same when it tries again: 16 to 64 of A-Z a-z 0-9 _ -, e.g. a UUID.';
