import type { SendOutcome } from '../channels/carrier.rules';

/** The state a delivery goes to, and when the next step is due. */
export type AfterSend =
  | { readonly state: 'SENT'; readonly messageId: string | null; readonly checkAt: Date | null }
  | { readonly state: 'QUEUED'; readonly cause: string; readonly retryAt: Date }
  | { readonly state: 'FAILED'; readonly cause: string };

/** With the waits below: about three hours. Later than that an alert is in the inbox, and an SMS only confuses. */
export const attemptsMax = 20;
const firstWaitMs = 1_000;
const longestWaitMs = 15 * 60_000;
/** Carriers answer for the state of a message from the first second. */
const firstCheckMs = 1_000;

/** Decides what follows a send that was the `attempts`-th. */
export function decideAfterSend(outcome: SendOutcome, attempts: number, now: Date): AfterSend {
  switch (outcome.kind) {
    case 'TAKEN':
      return {
        state: 'SENT',
        messageId: outcome.messageId,
        checkAt: outcome.messageId === null ? null : after(now, firstCheckMs),
      };
    case 'NEVER':
      return { state: 'FAILED', cause: outcome.cause };
    case 'NOT_NOW': {
      if (attempts >= attemptsMax) return { state: 'FAILED', cause: outcome.cause };
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
      return {
        state: 'QUEUED',
        cause: outcome.cause,
        retryAt: after(now, Math.max(waitMs, outcome.retryAfterMs ?? 0)),
      };
    }
  }
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
