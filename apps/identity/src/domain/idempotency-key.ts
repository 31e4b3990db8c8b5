import { err, ok, type Result } from '@bindery/kernel';
import type { InvalidInput } from '../passwords/password.errors';

/** Long enough that two clients never make the same by chance, e.g. a UUID. */
const pattern = /^[A-Za-z0-9_-]{16,64}$/;

export function checkIdempotencyKey(key: string): Result<string, InvalidInput> {
  return pattern.test(key) ? ok(key) : err({ kind: 'INVALID_INPUT', field: 'idempotencyKey' });
}
