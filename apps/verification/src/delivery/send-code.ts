import type { Foundation } from '@bindery/subgraph';
import { listChallengesById, lockChallenge, saveChallenge, stateAt, type Challenge } from '../challenges';
import type { ReadyFactors } from '../factors';
import { deliveryJobs } from './delivery.jobs';

export interface DeliveryDeps extends Pick<Foundation, 'db' | 'unitOfWork' | 'clock'> {
  readonly factors: ReadyFactors;
}

export interface SendCodeCommand {
  readonly challengeId: Challenge['id'];
  /** Which send of the code, from 1. */
  readonly send: number;
  readonly isLastTry: boolean;
}

export type SendCode = (command: SendCodeCommand) => Promise<void>;

/**
 * Hands one send of a code to whoever carries it. Its key is challenge and send number: a try that was cut off may be
 * repeated and reaches the person once. Throws when a later try may succeed.
 */
export function createSendCode({ db, unitOfWork, clock, factors }: DeliveryDeps): SendCode {
  return async ({ challengeId, send, isLastTry }) => {
    const [challenge] = await listChallengesById(db, [challengeId]);
    if (!challenge?.sending || !isAwaited(challenge, send, clock.now())) return;
    const { delivery } = factors.sendingOf(challenge.factor);
    const sent = await delivery.send({ ...challenge, sending: challenge.sending }, `${challengeId}.${send}`);
    if (!sent.ok && sent.error.canBeTriedAgain && !isLastTry)
      throw new Error(`the carrier did not take the code: ${sent.error.kind}`);
    const now = clock.now();
    await unitOfWork.run(async (tx) => {
      const current = await lockChallenge(tx, challengeId);
      if (current?.sending?.sends !== send) return;
      const messageId = sent.ok ? sent.value.messageId : null;
      const deliveryState = sent.ok ? sent.value.state : 'FAILED';
      const sending = { ...current.sending, messageId, deliveryState, deliveryAt: now };
      await saveChallenge(tx, current, { ...current, sending });
      if (messageId && deliveryState === 'ACCEPTED')
        await deliveryJobs.enqueue(
          tx,
          'follow-delivery',
          { challengeId, messageId, asked: 0 },
          { runAt: new Date(now.getTime() + delivery.pauseMs(0)) },
        );
    });
  };
}

/** A code that is over, or that a later send carries, need not reach anybody. */
const isAwaited = (challenge: Challenge, send: number, now: Date): boolean =>
  stateAt(challenge, now) === 'PENDING' && challenge.sending?.sends === send;
