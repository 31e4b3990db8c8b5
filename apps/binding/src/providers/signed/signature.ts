import { err, ok, type Result } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import { Webhook } from 'standardwebhooks';

/** SIGNATURE_EXPIRED: made longer ago than `toleranceMs`, or ahead of our clock by as much. */
export type SignatureError = { readonly kind: 'SIGNATURE_REQUIRED' | 'SIGNATURE_INVALID' | 'SIGNATURE_EXPIRED' };

export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

export type HeaderValues = Readonly<Record<string, string | string[] | undefined>>;

/** As recommended by Standard Webhooks, "Verifying webhook authenticity". */
const toleranceMs = 5 * 60_000;
/** Ids are remembered in the database; nobody needs longer ones. */
const idLengthMax = 200;

/**
 * Headers that sign `payload` as message `id`. `secret` is `whsec_…`, base64.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signPayload(secret: string, id: string, at: Date, payload: string): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, payload),
  };
}

/**
 * The id of a message whose headers sign exactly this payload. The library's own `verify` reads the system clock, so
 * that only its `sign` is used here.
 */
export function verifySignature(
  secret: string,
  headers: HeaderValues,
  payload: string,
  now: Date,
): Result<string, SignatureError> {
  const [id, timestamp, signatures] = [
    headers['webhook-id'],
    headers['webhook-timestamp'],
    headers['webhook-signature'],
  ];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return err({ kind: 'SIGNATURE_REQUIRED' });
  if (id === '' || id.length > idLengthMax || !/^\d{1,12}$/.test(timestamp)) return err({ kind: 'SIGNATURE_INVALID' });
  const at = new Date(Number(timestamp) * 1000);
  const expected = new Webhook(secret).sign(id, at, payload);
  // Several signatures, parted by spaces, stand there while a secret is being changed.
  if (!signatures.split(' ').some((signature) => isSame(signature, expected)))
    return err({ kind: 'SIGNATURE_INVALID' });
  return Math.abs(now.getTime() - at.getTime()) > toleranceMs ? err({ kind: 'SIGNATURE_EXPIRED' }) : ok(id);
}
