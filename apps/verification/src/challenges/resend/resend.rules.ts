import { err, ok, type Result } from '@bindery/kernel';
import { type Challenge, type Sending, stateAt } from '../challenge.rules';
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
  const { sending } = challenge;
  if (!sending || stateAt(challenge, now) !== 'PENDING') return { left: 0, at: null };
  const left = Math.max(0, resendsMax + 1 - sending.sends);
  const at = new Date(sending.lastSendAt.getTime() + resendGapMs);
  return left > 0 && at < challenge.expiresAt ? { left, at } : { left: 0, at: null };
}

export type Resent = Challenge & { readonly sending: Sending };

/** The challenge with one more send of the same code; neither its time nor its tries begin anew. */
export function decideResend(challenge: Challenge, now: Date): Result<Resent, ResendRefused> {
  const state = stateAt(challenge, now);
  if (state !== 'PENDING') return err({ kind: 'CHALLENGE_ENDED', state });
  const { sending } = challenge;
  const { left, at } = resendLeft(challenge, now);
  if (!sending || !at) return err({ kind: 'RESENDS_USED_UP' });
  if (now < at) return err({ kind: 'RESEND_TOO_SOON', at, left, delivery: sending.deliveryState });
  return ok({
    ...challenge,
    sending: {
      ...sending,
      sends: sending.sends + 1,
      lastSendAt: now,
      messageId: null,
      deliveryState: 'QUEUED',
      deliveryAt: now,
    },
  });
}
