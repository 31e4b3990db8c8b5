import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Foundation } from '@bindery/subgraph';
import type { Viewer } from '@bindery/trust';
import type { DrawCode } from '../../budgets';
import type { ReadyFactors } from '../../factors';
import { lockChallenge, saveChallenge } from '../challenge.repository';
import { isVisibleTo, type Challenge } from '../challenge.rules';
import type { EnqueueSend } from '../enqueue-send';
import type { ResendChallengeError } from './resend-challenge.errors';
import { decideResend, resendLeft } from './resend.rules';

export interface ResendChallengeCommand {
  readonly challengeId: Id<'challenge'>;
  /** Who is signed in, if anybody. */
  readonly viewer: Viewer | null;
}

export interface ResendChallengeDeps extends Pick<Foundation, 'unitOfWork' | 'clock'> {
  readonly enqueueSend: EnqueueSend;
  readonly drawCode: Pick<DrawCode, 'takeResend'>;
  readonly factors: Pick<ReadyFactors, 'sendingOf'>;
}

export type ResendChallenge = (
  command: ResendChallengeCommand,
) => Promise<Result<{ readonly challenge: Challenge; readonly now: Date }, ResendChallengeError>>;

/** Has the same code sent once more. A repeated request needs no key: it comes too soon. */
export function createResendChallenge({
  unitOfWork,
  clock,
  enqueueSend,
  drawCode,
  factors,
}: ResendChallengeDeps): ResendChallenge {
  return ({ challengeId, viewer }) =>
    unitOfWork.run(async (tx) => {
      const challenge = await lockChallenge(tx, challengeId);
      if (!challenge || !isVisibleTo(challenge, viewer)) return err({ kind: 'NOT_FOUND' });
      const now = clock.now();
      const resent = decideResend(challenge, now);
      if (!resent.ok) return resent;
      const { id, factor, accountId, sending } = resent.value;
      const country = await factors.sendingOf(factor).countryOf(sending);
      const taken = await drawCode.takeResend(tx, accountId === null, country);
      if (!taken.ok) {
        const { left } = resendLeft(challenge, now);
        const delivery = challenge.sending?.deliveryState ?? sending.deliveryState;
        return err({ kind: 'RESEND_TOO_SOON', at: taken.error.retryAt, left, delivery });
      }
      await saveChallenge(tx, challenge, resent.value);
      await enqueueSend(tx, { id, send: sending.sends });
      return ok({ challenge: resent.value, now });
    });
}
