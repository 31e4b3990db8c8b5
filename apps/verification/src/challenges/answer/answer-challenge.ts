import type { EntityManager } from 'typeorm';
import { err, newId, ok, type Id, type Result } from '@bindery/kernel';
import type { Foundation } from '@bindery/subgraph';
import { proofLifetimeMs, type Viewer } from '@bindery/trust';
import type { DrawCode } from '../../budgets';
import type { ReadyFactors } from '../../factors';
import type { GrantedProof, GrantProof } from '../../proofs';
import { announceEnded, announceGranted } from '../challenge-events';
import { lockChallenge, saveChallenge } from '../challenge.repository';
import { attemptsLeft, isVisibleTo, type Challenge } from '../challenge.rules';
import { resendLeft } from '../resend/resend.rules';
import type { AnswerChallengeError, WrongCode } from './answer-challenge.errors';
import { decideAnswer } from './answer.rules';

export interface AnswerChallengeDeps extends Pick<Foundation, 'unitOfWork' | 'clock' | 'outbox' | 'security'> {
  readonly factors: ReadyFactors;
  readonly grantProof: GrantProof;
  readonly drawCode: Pick<DrawCode, 'giveBack'>;
}

export interface AnswerChallengeCommand {
  readonly challengeId: Id<'challenge'>;
  readonly code: string;
  /** Who is signed in, if anybody. */
  readonly viewer: Viewer | null;
}

export type AnswerChallenge = (command: AnswerChallengeCommand) => Promise<Result<GrantedProof, AnswerChallengeError>>;

/**
 * Checks an answer under the lock of its challenge: of a hundred parallel guesses five are looked at. It needs no key:
 * the right answer again gives the same proof, and a refusal commits, because a wrong one has been counted.
 */
export function createAnswerChallenge({
  unitOfWork,
  clock,
  outbox,
  security,
  factors,
  grantProof,
  drawCode,
}: AnswerChallengeDeps): AnswerChallenge {
  return async (command) => {
    const answered = await unitOfWork.run((tx) => check(tx, command));
    return answered.ok ? ok(await grantProof(answered.value)) : answered;
  };

  async function check(
    tx: EntityManager,
    { challengeId, code, viewer }: AnswerChallengeCommand,
  ): Promise<Result<Challenge, AnswerChallengeError>> {
    const locked = await lockChallenge(tx, challengeId);
    if (!locked || !isVisibleTo(locked, viewer)) return err({ kind: 'NOT_FOUND' });
    const factor = factors.of(locked.factor);
    const answer = factor.readAnswer(code);
    if (answer === undefined) return err({ kind: 'CODE_MALFORMED', factor: locked.factor });
    const now = clock.now();
    const decision = decideAnswer(locked, {
      isRight: await factor.isRight(tx, locked, answer, now),
      now,
      newProofId: newId('proof', now.getTime()),
      proofLifetimeMs,
    });
    switch (decision.kind) {
      case 'GRANTED':
        await saveChallenge(tx, locked, decision.challenge);
        await drawCode.giveBack(tx, locked.id);
        await announceGranted(tx, outbox, decision.challenge, decision.proofId, now);
        return ok(decision.challenge);
      case 'GRANTED_BEFORE':
        return ok(decision.challenge);
      case 'WRONG':
        await saveChallenge(tx, locked, decision.challenge);
        if (decision.challenge.state === 'EXHAUSTED') await announceEnded(tx, outbox, decision.challenge, now);
        recordWrong(decision.challenge);
        return err(await toWrongCode(tx, decision.challenge, now));
      case 'ENDED':
        return err({ kind: 'CHALLENGE_ENDED', state: decision.state });
    }
  }

  function recordWrong({ state, accountId, factor }: Challenge): void {
    const action = state === 'EXHAUSTED' ? 'challenge-exhausted' : 'code-refused';
    security.record(action, { userId: accountId ?? undefined, labels: { factor } });
  }

  async function toWrongCode(tx: EntityManager, challenge: Challenge, now: Date): Promise<WrongCode> {
    return {
      kind: 'WRONG_CODE',
      attemptsLeft: attemptsLeft(challenge),
      resend: resendLeft(challenge, now),
      alternatives: await factors.listAlternatives(tx, challenge.accountId, challenge.factor),
    };
  }
}
