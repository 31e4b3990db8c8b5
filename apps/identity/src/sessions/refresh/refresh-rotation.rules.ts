import { isLive, type Session } from '../session.rules';
import type { Presented } from '../../tokens/presented.rules';

/** A retry whose answer was lost comes within seconds; later, the same token again means that two parties hold it. */
export const repeatWithinMs = 10_000;

/**
 * ROTATE: give the next token. REPEAT: give the same successor again. REUSED: a used token came back late, so
 * one of its two holders stole it; end the family (RFC 9700, 4.14.2). REFUSE: nothing to give, nothing to end.
 */
export type RotationDecision = 'ROTATE' | 'REPEAT' | 'REUSED' | 'REFUSE';

export function decideRotation(
  session: Session,
  presented: Presented,
  generation: number,
  now: Date,
): RotationDecision {
  if (presented === 'FORGED' || !isLive(session, now)) return 'REFUSE';
  if (presented === 'CURRENT') return 'ROTATE';
  const isPredecessor = generation === session.generation - 1;
  const inTime = now.getTime() - session.rotatedAt.getTime() <= repeatWithinMs;
  return isPredecessor && inTime ? 'REPEAT' : 'REUSED';
}
