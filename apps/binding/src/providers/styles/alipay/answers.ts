import { z } from 'zod';
import { shortText } from '../../bounds';
import type { GatewayReply } from './gateway';

const done = '10000';
/** The business was looked at and refused; other codes are of requests that never got there, or of Alipay's own trouble. */
const businessRefused = '40004';

const anyAnswer = z.object({ code: z.string().max(10), sub_code: z.string().max(200).optional() });

export const agreementAnswer = z.object({
  agreement_no: shortText,
  external_agreement_no: shortText,
  /** TEMP: kept, and never was in force; STOP: paused. */
  status: z.enum(['TEMP', 'NORMAL', 'STOP']),
});
export type Agreement = z.infer<typeof agreementAnswer>;

export type Answered =
  | { readonly is: 'DONE'; readonly content: unknown }
  /** There is no such agreement, or no more. */
  | { readonly is: 'ABSENT' }
  | { readonly is: 'REFUSED'; readonly cause: string }
  | { readonly is: 'UNKNOWN'; readonly detail: string };

/** What an answer means, whatever was asked. */
export function toAnswered(reply: GatewayReply): Answered {
  if (reply.kind === 'NO_ANSWER') return { is: 'UNKNOWN', detail: reply.detail };
  const read = anyAnswer.safeParse(reply.content);
  if (!read.success) return { is: 'UNKNOWN', detail: 'unreadable answer' };
  const { code, sub_code: reason = '' } = read.data;
  if (code === done) return { is: 'DONE', content: reply.content };
  if (code !== businessRefused || isPassing(reason)) return { is: 'UNKNOWN', detail: `code ${code}` };
  return /(^|\.)USER_AGREEMENT_NOT_EXIST$/.test(reason) ? { is: 'ABSENT' } : { is: 'REFUSED', cause: toCause(reason) };
}

/** Alipay does not know itself whether it was done, and asks for a question. */
const isPassing = (reason: string): boolean => /SYSTEM_ERROR|UNKNOWN|^(isp|aop)\./i.test(reason);

function toCause(reason: string): string {
  const cause = reason.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return /^[A-Z][A-Z0-9_]{0,63}$/.test(cause) ? cause : 'UNSPECIFIED';
}
