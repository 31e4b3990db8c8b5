import type { EntityManager } from 'typeorm';
import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { proofLifetimeMs } from '@bindery/trust';
import { decideAnswer } from './answer.rules';
import { attemptsLeft, type Challenge, type ChallengeState } from '../challenge.rules';
import type { Factor } from '../../factors/registry';
import type { SecretDigests } from '../../factors/factor-module';
import { resendLeft, type ResendLeft } from '../resend/resend.rules';
import { isVisibleTo } from '../visibility.rules';
import { challengeRepository } from '../challenge.repository';
import { listAlternatives } from '../../factors/list-alternatives';
import { toEventSubject } from '../challenge-events';
import type { GrantedProof, GrantProof } from '../../proofs/grant-proof';

export interface AnswerChallengeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly digests: SecretDigests;
  readonly grantProof: GrantProof;
}

export interface AnswerChallengeCommand {
  readonly challengeId: string;
  readonly code: string;
  readonly accountId: string | undefined;
}

export interface WrongCode {
  readonly kind: 'WRONG_CODE';
  readonly attemptsLeft: number;
  readonly resend: ResendLeft;
  readonly alternatives: readonly Factor[];
}

export type AnswerChallengeError =
  | WrongCode
  | { readonly kind: 'CODE_MALFORMED' }
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'CHALLENGE_ENDED'; readonly state: ChallengeState };

export type AnswerChallenge = (command: AnswerChallengeCommand) => Promise<Result<GrantedProof, AnswerChallengeError>>;

/** Checks an answer under the lock of its challenge: of a hundred parallel guesses five are looked at. */
export function createAnswerChallenge({
  unitOfWork,
  clock,
  outbox,
  digests,
  grantProof,
}: AnswerChallengeDeps): AnswerChallenge {
  return async ({ challengeId, code: typed, accountId }) => {
    const code = readCode(typed);
    if (!code) return err({ kind: 'CODE_MALFORMED' });
    const answered = await unitOfWork.run(async (tx): Promise<Result<Challenge, AnswerChallengeError>> => {
      const challenge = await challengeRepository.lock(tx, challengeId);
      if (!challenge || !isVisibleTo(challenge, accountId)) return err({ kind: 'NOT_FOUND' });
      const now = clock.now();
      const decision = decideAnswer(challenge, {
        isRight: digests.isCodeOf(challenge, code),
        now,
        newProofId: newId('proof', now.getTime()),
        proofLifetimeMs,
      });
      switch (decision.kind) {
        case 'GRANTED':
          await recordGrant(tx, decision.challenge, decision.proofId, now);
          return ok(decision.challenge);
        case 'GRANTED_BEFORE':
          return ok(decision.challenge);
        case 'WRONG':
          await recordWrong(tx, decision.challenge, now);
          return err(await toWrongCode(tx, decision.challenge, now));
        case 'ENDED':
          return err({ kind: 'CHALLENGE_ENDED', state: decision.state });
      }
    });
    return answered.ok ? ok(await grantProof(answered.value)) : answered;
  };

  async function recordGrant(tx: EntityManager, challenge: Challenge, proofId: string, now: Date): Promise<void> {
    const { id, version, planDigest } = challenge;
    await challengeRepository.save(tx, challenge);
    const proof = { proofId, ...toEventSubject(challenge), ...(planDigest ? { planDigest } : {}) };
    await outbox.append(tx, {
      type: 'bindery.proof.granted.v1',
      key: id,
      sequence: version,
      data: { ...proof, at: now.toISOString() },
    });
  }

  async function recordWrong(tx: EntityManager, challenge: Challenge, now: Date): Promise<void> {
    const { id, version, state } = challenge;
    await challengeRepository.save(tx, challenge);
    if (state === 'EXHAUSTED')
      await outbox.append(tx, {
        type: 'bindery.challenge.exhausted.v1',
        key: id,
        sequence: version,
        data: { ...toEventSubject(challenge), at: now.toISOString() },
      });
  }
}

async function toWrongCode(tx: EntityManager, challenge: Challenge, now: Date): Promise<WrongCode> {
  const alternatives = await listAlternatives(tx, challenge.accountId, challenge.factor);
  return {
    kind: 'WRONG_CODE',
    attemptsLeft: attemptsLeft(challenge),
    resend: resendLeft(challenge, now),
    alternatives,
  };
}

/** Six digits, however they were typed: with spaces, or full-width as a Chinese keyboard writes them. */
const readCode = (typed: string): string | undefined =>
  /^\d{6}$/.exec(typed.slice(0, 32).normalize('NFKC').replace(/[\s-]/g, ''))?.[0];
