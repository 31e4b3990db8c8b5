import { err, ok, type Result } from '@bindery/kernel';
import { stateAt, type Challenge } from '../challenge.rules';
import type { ResendRefused } from './resend-challenge.errors';

/** Times a code may be sent again, and how long to wait before: an SMS takes seconds, a bored finger does not. */
export const resendsMax = 2;
export const resendGapMs = 60_000;

/** What is left of resending: how often, and from when. */
export interface ResendLeft {
  readonly left: number;
  /** Null when it cannot be done any more. */
  readonly at: Date | null;
}

export function resendLeft(challenge: Challenge, now: Date): ResendLeft {
  const left = stateAt(challenge, now) === 'PENDING' ? Math.max(0, resendsMax + 1 - challenge.sends) : 0;
  const at = new Date(challenge.lastSendAt.getTime() + resendGapMs);
  return left > 0 && at < challenge.expiresAt ? { left, at } : { left: 0, at: null };
}

/** The challenge with one more send of the same code; neither its time nor its tries begin anew. */
export function decideResend(challenge: Challenge, now: Date): Result<Challenge, ResendRefused> {
  const state = stateAt(challenge, now);
  if (state !== 'PENDING') return err({ kind: 'CHALLENGE_ENDED', state });
  const { left, at } = resendLeft(challenge, now);
  if (!at) return err({ kind: 'RESENDS_USED_UP' });
  if (now < at) return err({ kind: 'RESEND_TOO_SOON', at, left });
  return ok({
    ...challenge,
    sends: challenge.sends + 1,
    lastSendAt: now,
    messageId: null,
    deliveryState: 'QUEUED',
    deliveryAt: now,
  });
}
