import { problem } from './protocol';
import type { Reply } from './wechat-client';

/** Refusals of the way of asking, not of what was asked: they pass when we mend it, or wait. */
const notOfTheMatter = [
  'SIGN_ERROR',
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
  'SYSTEM_ERROR',
];

/** The cause of a definitive no; undefined for anything else, of which nobody knows what it did. */
export function refusalOf(reply: Extract<Reply, { kind: 'ANSWER' }>): string | undefined {
  if (![400, 403, 404].includes(reply.status)) return undefined;
  const code = problem.safeParse(reply.body).data?.code;
  return code === undefined || notOfTheMatter.includes(code) ? undefined : code;
}
