import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import { Webhook } from 'standardwebhooks';

/** Standard Webhooks 1.0.0: the three headers that carry a signature. */
const headerNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** How far the clocks of sender and receiver may be apart. */
const toleranceMs = 5 * 60_000;

export type SignatureError = { readonly kind: 'SIGNATURE_REQUIRED' | 'SIGNATURE_INVALID' };

/** `whsec_…`; several while one gives way to the next, and each is good. */
export type Secrets = string | readonly string[];

const signAll = (secrets: Secrets, id: string, at: Date, payload: string): readonly string[] =>
  [secrets].flat().map((secret) => new Webhook(secret).sign(id, at, payload));

/**
 * Headers that sign `payload` as message `id` at time `at`, by each secret.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureHeaders(secrets: Secrets, id: string, at: Date, payload: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signAll(secrets, id, at, payload).join(' '),
  };
}

/** Whether the headers sign exactly this payload with one of the secrets, not more than five minutes ago or ahead. */
export function checkSignature(
  secrets: Secrets,
  headers: IncomingHttpHeaders,
  payload: string,
  now: Date,
): Result<void, SignatureError> {
  const given = Object.fromEntries(headerNames.map((name) => [name, headers[name]]));
  const texts = Object.entries(given).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  if (texts.length < headerNames.length) return err({ kind: 'SIGNATURE_REQUIRED' });
  const [id = '', timestamp = '', signatures = ''] = texts.map(([, text]) => text);
  const at = new Date(Number(timestamp) * 1000);
  if (!(Math.abs(now.getTime() - at.getTime()) <= toleranceMs)) return err({ kind: 'SIGNATURE_INVALID' });
  // The library's own verify() asks the time of this computer, which is not the sandbox's.
  const expected = signAll(secrets, id, at, payload);
  return signatures.split(' ').some((signature) => expected.some((one) => isSame(signature, one)))
    ? ok(undefined)
    : err({ kind: 'SIGNATURE_INVALID' });
}
