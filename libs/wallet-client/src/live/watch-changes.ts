import { pause } from '../pause';
import { readEventStream } from './read-event-stream';

/** One thing to read again. */
export interface LiveChange {
  readonly kind: 'CARD' | 'USAGE' | 'INBOX' | 'WAITING' | 'SESSIONS' | 'ACCOUNT';
  /** Its global id. */
  readonly id: string;
}

/**
 * CHANGED: read these again. RESET: what changed in between is not known, read everything again. ENDED: nothing more comes; SESSION_ENDED
 * and UNAUTHENTICATED: log in; REPLACED: another part of this app listens with the same session.
 */
export type LiveEvent =
  | { readonly type: 'CHANGED'; readonly changes: readonly LiveChange[]; readonly at: string }
  | { readonly type: 'RESET' }
  | { readonly type: 'ENDED'; readonly reason: 'SESSION_ENDED' | 'REPLACED' | 'UNAUTHENTICATED' };

export interface WatchOptions {
  /** e.g. http://localhost:4000/events */
  readonly url: string;
  /** A good access token; asked for at each connection, `refused` being the one that was no good any more. */
  readonly accessToken: (refused: string | undefined) => Promise<string | undefined>;
  readonly clientApp?: { readonly name: string; readonly version: string };
  readonly signal: AbortSignal;
}

/** The gateway gives a sign of life every fifteen seconds; after three without one the connection is taken for dead. */
const silenceMaxMs = 45_000;

const retryMaxMs = 30_000;

/** What a connection came to. */
interface Outcome {
  readonly ended?: 'SESSION_ENDED' | 'REPLACED' | 'TOKEN_EXPIRED' | 'UNAUTHENTICATED';
  readonly retryAfter?: number | undefined;
}

/**
 * What changes in the account, as it happens. Comes back by itself after a cut and goes on where it was; ends with an ENDED, or without a
 * word when `signal` aborts.
 */
export async function* watchChanges({ url, accessToken, clientApp, signal }: WatchOptions): AsyncGenerator<LiveEvent> {
  let lastEventId: string | undefined;
  let retryMs = 1_000;
  let failures = 0;
  let refused: string | undefined;

  async function* listen(token: string): AsyncGenerator<LiveEvent, Outcome> {
    const silence = new AbortController();
    const giveUpLater = () => setTimeout(() => silence.abort(), silenceMaxMs);
    let timer = giveUpLater();
    try {
      const answer = await readEventStream({
        url,
        accessToken: token,
        clientApp,
        lastEventId,
        signal: AbortSignal.any([signal, silence.signal]),
        onRetry: (ms) => (retryMs = ms),
      });
      if (answer.status === 401) return { ended: 'UNAUTHENTICATED' };
      for await (const { event, id, data } of answer.events) {
        clearTimeout(timer);
        timer = giveUpLater();
        failures = 0;
        refused = undefined;
        lastEventId = id ?? lastEventId;
        if (event === 'change')
          yield { type: 'CHANGED', ...(JSON.parse(data) as { changes: readonly LiveChange[]; at: string }) };
        if (event === 'reset') yield { type: 'RESET' };
        if (event === 'end') return toOutcome(data);
      }
      return { retryAfter: answer.retryAfter };
    } catch {
      return {};
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }

  while (!signal.aborted) {
    const token = await accessToken(refused);
    if (!token) return yield { type: 'ENDED', reason: 'UNAUTHENTICATED' };
    const { ended, retryAfter } = yield* listen(token);
    if (ended === 'SESSION_ENDED' || ended === 'REPLACED') return yield { type: 'ENDED', reason: ended };
    // A new token that is refused at once is no good either.
    if (ended === 'UNAUTHENTICATED' && refused !== undefined) return yield { type: 'ENDED', reason: ended };
    refused = ended ? token : undefined;
    if (ended) continue;
    failures += 1;
    await pause(retryAfter ? retryAfter * 1_000 : backoffMs(retryMs, failures), signal);
  }
}

/** An end for a reason to come back for, such as CLOSING, is none. */
function toOutcome(data: string): Outcome {
  const { reason } = JSON.parse(data) as { reason: string };
  return reason === 'SESSION_ENDED' || reason === 'REPLACED' || reason === 'TOKEN_EXPIRED' ? { ended: reason } : {};
}

/** As the gateway wishes, longer each time, and not all clients at once. */
const backoffMs = (retryMs: number, failures: number): number =>
  Math.min(retryMs * 2 ** (failures - 1), retryMaxMs) * (0.5 + Math.random() / 2);
