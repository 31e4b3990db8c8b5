import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Challenge } from '../challenge.rules';
import { decideResend, type ResendRefused } from './resend.rules';
import { isVisibleTo } from '../visibility.rules';
import { sendTriesMax, verificationJobs } from '../delivery/delivery.jobs';
import { challengeRepository } from '../challenge.repository';

export interface ResendChallengeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface ResendChallengeCommand {
  readonly challengeId: string;
  readonly accountId: string | undefined;
}

export type ResendChallengeError = ResendRefused | { readonly kind: 'NOT_FOUND' };

export type ResendChallenge = (
  command: ResendChallengeCommand,
) => Promise<Result<{ readonly challenge: Challenge; readonly now: Date }, ResendChallengeError>>;

/** Has the same code sent once more. A repeated request needs no key: it comes too soon. */
export function createResendChallenge({ unitOfWork, clock }: ResendChallengeDeps): ResendChallenge {
  return ({ challengeId, accountId }) =>
    unitOfWork.run(async (tx) => {
      const challenge = await challengeRepository.lock(tx, challengeId);
      if (!challenge || !isVisibleTo(challenge, accountId)) return err({ kind: 'NOT_FOUND' });
      const now = clock.now();
      const resent = decideResend(challenge, now);
      if (!resent.ok) return resent;
      await challengeRepository.save(tx, resent.value);
      await verificationJobs.enqueue(
        tx,
        'send-code',
        { challengeId, send: resent.value.sends },
        { maxAttempts: sendTriesMax },
      );
      return ok({ challenge: resent.value, now });
    });
}
