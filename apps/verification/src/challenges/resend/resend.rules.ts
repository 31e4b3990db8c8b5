import { err, ok, type Result } from '@bindery/kernel';
import { resendLeft, stateAt, type Challenge, type Sending } from '../challenge.rules';
import type { ResendRefused } from './resend-challenge.errors';

export type Resent = Challenge & { readonly sending: Sending };

/** The challenge with one more send of the same code; neither its time nor its tries begin anew. */
export function decideResend(challenge: Challenge, now: Date): Result<Resent, ResendRefused> {
  const state = stateAt(challenge, now);
  if (state !== 'PENDING') return err({ kind: 'CHALLENGE_ENDED', state });
  const { sending } = challenge;
  const { left, at } = resendLeft(challenge, now);
  if (!sending || !at) return err({ kind: 'RESENDS_USED_UP' });
  if (now < at) return err({ kind: 'RESEND_TOO_SOON', at, left });
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
