import { attemptsLeft, stateAt, type Challenge } from './challenge.rules';
import { resendLeft } from './resend/resend.rules';
import { ChallengeType } from './challenge.type';

/** A challenge as it stands at a moment. */
export function toChallengeType(challenge: Challenge, now: Date): ChallengeType {
  const { id, action, subjectId, factor, expiresAt, startedAt, sending } = challenge;
  return Object.assign(new ChallengeType(), {
    source: challenge,
    id,
    action,
    subjectId,
    factor,
    expiresAt,
    attemptsLeft: attemptsLeft(challenge),
    state: stateAt(challenge, now),
    resend: resendLeft(challenge, now),
    delivery: sending
      ? { state: sending.deliveryState, at: sending.deliveryAt }
      : { state: 'NOT_SENT' as const, at: startedAt },
  });
}
