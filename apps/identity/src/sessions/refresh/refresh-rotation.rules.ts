import { isLive, type Session } from '../session.rules';
import type { Presented } from '../../tokens/presented.rules';

/** Who sends a token twice at once, by two requests, does so within seconds; later, it means that two parties hold it. */
export const repeatWithinMs = 10_000;

/** The very same request once more, as its answer was lost: a phone in a tunnel tries for minutes. Its key shows that it is no thief. */
export const retryWithinMs = 10 * 60_000;

/**
 * ROTATE: give the next token. REPEAT: give the same successor again. REUSED: a used token came back late, so
 * one of its two holders stole it; end the family (RFC 9700, 4.14.2). REFUSE: nothing to give, nothing to end.
 */
export type RotationDecision = 'ROTATE' | 'REPEAT' | 'REUSED' | 'REFUSE';

export function decideRotation(
  session: Session,
  presented: Presented,
  generation: number,
  /** A hash of the idempotency key that the request brings. */
  requestedBy: string,
  now: Date,
): RotationDecision {
  if (presented === 'FORGED' || !isLive(session, now)) return 'REFUSE';
  if (presented === 'CURRENT') return 'ROTATE';
  // The successor of any other has been presented: then nothing of it was lost.
  if (generation !== session.generation - 1) return 'REUSED';
  const withinMs = requestedBy === session.rotatedBy ? retryWithinMs : repeatWithinMs;
  return now.getTime() - session.rotatedAt.getTime() <= withinMs ? 'REPEAT' : 'REUSED';
}
