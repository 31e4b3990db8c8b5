import type { Id } from '@bindery/kernel';
import { triesMax } from '../../factors/code-life.rules';
import { stateAt, type Challenge, type ChallengeState } from '../challenge.rules';

export interface AnswerGiven {
  readonly isRight: boolean;
  readonly now: Date;
  /** For the proof, if this answer earns one. */
  readonly newProofId: Id<'proof'>;
  readonly proofLifetimeMs: number;
}

export type AnswerDecision =
  /** The first right answer: the proof comes into being. */
  | { readonly kind: 'GRANTED'; readonly challenge: Challenge; readonly proofId: Id<'proof'> }
  /** The right answer again, because the first one's reply was lost: the same proof. */
  | { readonly kind: 'GRANTED_BEFORE'; readonly challenge: Challenge }
  | { readonly kind: 'WRONG'; readonly challenge: Challenge }
  | { readonly kind: 'ENDED'; readonly state: ChallengeState };

/**
 * Decides about one answer. Every wrong one counts, also those after the right one: five in the challenge's
 * life, whatever its state (reliability rule of the tries of a code).
 */
export function decideAnswer(
  challenge: Challenge,
  { isRight, now, newProofId, proofLifetimeMs }: AnswerGiven,
): AnswerDecision {
  const state = stateAt(challenge, now);
  const { answeredAt, wrongAnswers } = challenge;
  if (state === 'PENDING') {
    return isRight
      ? { kind: 'GRANTED', challenge: grant(challenge, newProofId, now), proofId: newProofId }
      : { kind: 'WRONG', challenge: countWrong(challenge) };
  }
  const proofIsFresh =
    state === 'ANSWERED' && answeredAt !== null && now.getTime() < answeredAt.getTime() + proofLifetimeMs;
  if (!proofIsFresh || wrongAnswers >= triesMax) return { kind: 'ENDED', state };
  return isRight ? { kind: 'GRANTED_BEFORE', challenge } : { kind: 'WRONG', challenge: countWrong(challenge) };
}

const grant = (challenge: Challenge, proofId: Id<'proof'>, answeredAt: Date): Challenge => ({
  ...challenge,
  state: 'ANSWERED',
  version: challenge.version + 1,
  answeredAt,
  proofId,
});

function countWrong(challenge: Challenge): Challenge {
  const counted = { ...challenge, wrongAnswers: challenge.wrongAnswers + 1 };
  if (counted.state !== 'PENDING' || counted.wrongAnswers < triesMax) return counted;
  return { ...counted, state: 'EXHAUSTED', version: challenge.version + 1 };
}
