import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import type { ReaderKey, ReaderKeys } from './reader-keys';

export type ReaderSignatureError = {
  readonly kind: 'SIGNATURE_REQUIRED' | 'SIGNATURE_INVALID' | 'SIGNATURE_EXPIRED';
};

/** As recommended by Standard Webhooks, "Verifying webhook authenticity". */
const toleranceMs = 5 * 60_000;
const idLengthMax = 200;

/** Whoever names a key that there is not waits for as long as whoever signs wrongly by one that there is. */
const nobody: ReaderKey = { provider: '', key: createSecretKey(randomBytes(32)) };

/**
 * Who signed these bytes: a reader of the provider whose key it names in `reader-key`. Signed as Standard Webhooks 1.0.0 has it, which has libraries
 * in the languages that readers are written in; several signatures parted by spaces are not needed, as keys have ids.
 */
export function readSigner(
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  keys: ReaderKeys,
  now: Date,
): Result<string, ReaderSignatureError> {
  const {
    'reader-key': named,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  } = headers;
  if (
    typeof named !== 'string' ||
    typeof id !== 'string' ||
    typeof timestamp !== 'string' ||
    typeof signature !== 'string'
  )
    return err({ kind: 'SIGNATURE_REQUIRED' });
  if (id === '' || id.length > idLengthMax || !/^\d{1,12}$/.test(timestamp)) return err({ kind: 'SIGNATURE_INVALID' });
  const { provider, key } = keys.get(named) ?? nobody;
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  if (!isSame(signature, `v1,${expected}`) || provider === '') return err({ kind: 'SIGNATURE_INVALID' });
  return Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs
    ? err({ kind: 'SIGNATURE_EXPIRED' })
    : ok(provider);
}
