import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '@bindery/kernel';
import { Webhook } from 'standardwebhooks';

/** Standard Webhooks 1.0.0: the three headers that carry a signature. */
const headerNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

export type SignatureError = { readonly kind: 'SIGNATURE_REQUIRED' | 'SIGNATURE_INVALID' };

/**
 * Headers that sign `payload` as message `id` at time `at`. `secret` is `whsec_…`.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureHeaders(secret: string, id: string, at: Date, payload: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, payload),
  };
}

/** Whether the headers sign exactly this payload with this secret, not more than five minutes ago or ahead. */
export function checkSignature(
  secret: string,
  headers: IncomingHttpHeaders,
  payload: string,
): Result<void, SignatureError> {
  const given = Object.fromEntries(headerNames.map((name) => [name, headers[name]]));
  const texts = Object.entries(given).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  if (texts.length < headerNames.length) return err({ kind: 'SIGNATURE_REQUIRED' });
  try {
    new Webhook(secret).verify(payload, Object.fromEntries(texts), { jsonParse: false });
    return ok(undefined);
  } catch {
    return err({ kind: 'SIGNATURE_INVALID' });
  }
}
