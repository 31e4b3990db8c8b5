import { newId, type Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { z } from 'zod';
import { signatureHeaders } from '../signatures/signature';
import { createKeptAnswers } from './kept-answers';

const readerAnswer = z.object({
  good: z.boolean(),
  reason: z.enum(['ACTIVE', 'UNREGISTERED', 'DOOR_NOT_GRANTED', 'SUSPENDED', 'EXPIRED']),
  answer: z.string().optional(),
});

/** Why a reader opens, or why not. The last two are the reader's own: wrong kind of card, and no answer to its question. */
export type ReaderReason = z.infer<typeof readerAnswer>['reason'] | 'NOT_ACCEPTED_HERE' | 'CHECK_UNAVAILABLE';

export interface ReaderVerdict {
  readonly good: boolean;
  readonly reason: ReaderReason;
}

/** `door`: where the credential is held to, absent at a till. */
export type ReaderCheck = (provider: string, credentialReference: string, door?: string) => Promise<ReaderVerdict>;

export interface ReaderCheckDeps {
  readonly bindingUrl: string;
  /** By provider, by id: what its readers sign with. The first is used. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A person stands at the door: after two seconds it stays shut. */
const timeoutMs = 2_000;

/**
 * Asks the platform whether a credential is good. Without a readable answer it is not: a reader fails closed. A door's reader has its answers signed and
 * keeps them: while nobody answers, what was good is good until its answer ends. A till asks each time.
 */
export function createReaderCheck({ bindingUrl, keys, clock, log }: ReaderCheckDeps): ReaderCheck {
  const keptAnswers = createKeptAnswers(bindingUrl, clock);
  return async (provider, credentialReference, door) => {
    const question = door === undefined ? undefined : { provider, credentialReference, door };
    try {
      const body = JSON.stringify({ credentialReference, door, cache: question !== undefined });
      const answer = await fetch(new URL('/reader-checks', bindingUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...sign(keys[provider] ?? {}, provider, clock.now(), body),
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.ok) {
        const { answer: token = '', ...verdict } = readerAnswer.parse(await answer.json());
        if (!question || (await keptAnswers.keep(question, token, verdict))) return verdict;
        log.warn({ provider }, 'reader check signed for something else');
        return { good: false, reason: 'CHECK_UNAVAILABLE' };
      }
      await answer.body?.cancel();
      log.warn({ provider, status: answer.status }, 'reader check refused');
    } catch (error) {
      log.warn({ provider, err: error }, 'reader check failed');
    }
    if (question && (await keptAnswers.isGood(question))) return { good: true, reason: 'ACTIVE' };
    return { good: false, reason: 'CHECK_UNAVAILABLE' };
  };
}

function sign(keys: Readonly<Record<string, string>>, provider: string, at: Date, body: string) {
  const [first] = Object.entries(keys);
  if (!first) throw new Error(`${provider} has no reader key`);
  const [kid, key] = first;
  return { 'reader-key': `${provider}/${kid}`, ...signatureHeaders(key, newId('check'), at, body) };
}
