import { newId } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { z } from 'zod';
import { signatureHeaders } from '../signatures/signature';

const readerAnswer = z.object({
  good: z.boolean(),
  reason: z.enum(['ACTIVE', 'UNREGISTERED', 'SUSPENDED', 'EXPIRED']),
});

/** Why a reader opens, or why not. The last two are the reader's own: wrong kind of card, and no answer to its question. */
export type ReaderReason = z.infer<typeof readerAnswer>['reason'] | 'NOT_ACCEPTED_HERE' | 'CHECK_UNAVAILABLE';

export interface ReaderVerdict {
  readonly good: boolean;
  readonly reason: ReaderReason;
}

export type ReaderCheck = (provider: string, credentialReference: string) => Promise<ReaderVerdict>;

export interface ReaderCheckDeps {
  readonly bindingUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** A person stands at the door: after two seconds it stays shut. */
const timeoutMs = 2_000;

/** Asks the platform whether a credential is good. Without a readable answer it is not: a reader fails closed. */
export function createReaderCheck({ bindingUrl, secrets, log }: ReaderCheckDeps): ReaderCheck {
  return async (provider, credentialReference) => {
    const body = JSON.stringify({ provider, credentialReference, at: new Date().toISOString() });
    try {
      const answer = await fetch(new URL('/reader-checks', bindingUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signatureHeaders(secrets[provider] ?? '', newId('check'), new Date(), body),
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.ok) return readerAnswer.parse(await answer.json());
      await answer.body?.cancel();
      log.warn({ provider, status: answer.status }, 'reader check refused');
    } catch (error) {
      log.warn({ provider, err: error }, 'reader check failed');
    }
    return { good: false, reason: 'CHECK_UNAVAILABLE' };
  };
}
