import { err, ok, type Result } from '@bindery/kernel';
import { resendLeft, stateAt, type Challenge } from '../challenge.rules';
import type { ResendRefused } from './resend-challenge.errors';

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
