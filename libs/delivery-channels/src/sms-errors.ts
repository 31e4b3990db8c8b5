import { err, ok, parseJson, type Result } from '@bindery/kernel';
import { z } from 'zod';

/** What can go wrong with a text message. None of them carries the number or the text. */
export type SmsError =
  /** Ours: not a number that messages are sent to; the carrier never hears of it. */
  | { readonly kind: 'NUMBER_NOT_SERVED' }
  | { readonly kind: 'NUMBER_NOT_ACCEPTED' }
  | { readonly kind: 'KEY_REFUSED' }
  | { readonly kind: 'MESSAGE_UNKNOWN' }
  | { readonly kind: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly kind: 'CARRIER_BUSY'; readonly retryAfterMs: number }
  | { readonly kind: 'CARRIER_UNAVAILABLE'; readonly detail: string }
  /** Nobody knows whether the message was taken; the same send with the same key finds out. */
  | { readonly kind: 'CARRIER_TIMEOUT' }
  | { readonly kind: 'ANSWER_UNREADABLE'; readonly detail: string };

const namedRefusals = ['NUMBER_NOT_ACCEPTED', 'IDEMPOTENCY_KEY_REUSED', 'MESSAGE_UNKNOWN'] as const;
const refusal = z.object({ code: z.enum(namedRefusals) });

/** Where a busy carrier does not say when to come again. */
const retryAfterMsDefault = 1_000;

/** The body of a good answer, if it is what was promised. */
export function readAnswer<T>(schema: z.ZodType<T>, text: string): Result<T, SmsError> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return ok(parsed.data);
  return err({ kind: 'ANSWER_UNREADABLE', detail: parsed.error.issues.map(({ path }) => path.join('.')).join(', ') });
}

export function answerToError({ status, headers }: Response, text: string): SmsError {
  if (status === 401 || status === 403) return { kind: 'KEY_REFUSED' };
  if (status === 429) return { kind: 'CARRIER_BUSY', retryAfterMs: readRetryAfter(headers.get('retry-after')) };
  const named = refusal.safeParse(parseJson(text));
  if (named.success) return { kind: named.data.code };
  if (status >= 500) return { kind: 'CARRIER_UNAVAILABLE', detail: `status ${status}` };
  return { kind: 'ANSWER_UNREADABLE', detail: `status ${status}` };
}

/** What `fetch` throws. Its own message says only "fetch failed"; the cause says why. */
export function failureToError(error: unknown): SmsError {
  const { name, message, cause } = (error ?? {}) as {
    name?: string;
    message?: string;
    cause?: { code?: string; message?: string };
  };
  if (name === 'TimeoutError') return { kind: 'CARRIER_TIMEOUT' };
  return { kind: 'CARRIER_UNAVAILABLE', detail: cause?.code ?? cause?.message ?? message ?? 'unknown' };
}

/** Seconds only (RFC 9110, 10.2.3): carriers do not send dates. */
function readRetryAfter(header: string | null): number {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : retryAfterMsDefault;
}
