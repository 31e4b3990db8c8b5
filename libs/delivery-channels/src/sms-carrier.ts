import { err, isOneLine, type Result } from '@bindery/kernel';
import { z } from 'zod';
import { answerToError, failureToError, readAnswer, type SmsError } from './sms-errors';

export type { SmsError } from './sms-errors';

const smsState = z.enum(['ACCEPTED', 'DELIVERED', 'FAILED']);

/** ACCEPTED: the carrier has it. DELIVERED and FAILED are final. */
export type SmsState = z.infer<typeof smsState>;

export interface Sms {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** Names the send, so that a repeated one has no second effect; 1 to 200 characters. */
  readonly idempotencyKey: string;
}

export interface SmsCarrier {
  send(sms: Sms): Promise<Result<{ readonly messageId: string; readonly state: SmsState }, SmsError>>;
  /** Where a message stands and since when. */
  readState(messageId: string): Promise<Result<{ readonly state: SmsState; readonly at: Date }, SmsError>>;
}

export interface SmsCarrierConfig {
  /** The carrier's `…/sms/messages` is found under this address. */
  readonly baseUrl: string;
  /** Bearer key. */
  readonly key: string;
  /** Whether an E.164 number is one that messages are sent to; all others are refused here, whoever asks, and cost nothing. */
  readonly isServed: (phone: string) => boolean;
  readonly timeoutMs?: number;
}

/** Longer than any healthy carrier takes to accept, shorter than a sending job's patience. */
const timeoutMsDefault = 5_000;

/** What is kept of an answer has bounds: an id as long as a name may be, a time of this century’s first half. */
const messageId = z.string().min(1).max(200).refine(isOneLine);
const at = z.iso.datetime().refine((text) => text >= '2020' && text < '2050');
const sent = z.object({ messageId, state: smsState });
const standing = z.object({ state: smsState, at: at.transform((text) => new Date(text)) });
/** Honest answers have some hundred bytes. What is longer is cut, and so cannot be read. */
const answerBytesMax = 64 * 1024;

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let left = answerBytesMax;
  for await (const chunk of body ?? []) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    // Leaving the loop ends the connection.
    if (left <= 0) break;
  }
  return Buffer.concat(chunks).toString();
}

/** Client of the SMS carrier. It never tries again by itself: the caller's job does, with the same key. */
export function createSmsCarrier({
  baseUrl,
  key,
  isServed,
  timeoutMs = timeoutMsDefault,
}: SmsCarrierConfig): SmsCarrier {
  const messages = `${baseUrl.replace(/\/$/, '')}/sms/messages`;

  async function ask<T>(url: string, schema: z.ZodType<T>, request: RequestInit = {}): Promise<Result<T, SmsError>> {
    try {
      const headers = { ...request.headers, authorization: `Bearer ${key}` };
      const answer = await fetch(url, {
        ...request,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await readText(answer);
      return answer.ok ? readAnswer(schema, text) : err(answerToError(answer, text));
    } catch (error) {
      return err(failureToError(error));
    }
  }

  return {
    async send({ to, text, idempotencyKey }) {
      if (!isServed(to)) return err({ kind: 'NUMBER_NOT_SERVED' });
      return ask(messages, sent, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify({ to, text }),
      });
    },
    readState: (messageId) => ask(`${messages}/${encodeURIComponent(messageId)}`, standing),
  };
}
