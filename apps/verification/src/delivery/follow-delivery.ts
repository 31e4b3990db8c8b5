import { listChallengesById, lockChallenge, saveChallenge, type Challenge } from '../challenges';
import { deliveryJobs } from './delivery.jobs';
import type { DeliveryDeps } from './send-code';

export interface FollowDeliveryCommand {
  readonly challengeId: Challenge['id'];
  readonly messageId: string;
  /** Questions asked before this one. */
  readonly asked: number;
}

export type FollowDelivery = (command: FollowDeliveryCommand) => Promise<void>;

/**
 * Asks where a message is, and again until it arrived, failed, or its code is over (requirement 28). Throws when
 * nobody could be asked.
 */
export function createFollowDelivery({ db, unitOfWork, clock, factors }: DeliveryDeps): FollowDelivery {
  return async ({ challengeId, messageId, asked }) => {
    const [followed] = await listChallengesById(db, [challengeId]);
    if (followed?.sending?.messageId !== messageId) return;
    const { delivery } = factors.sendingOf(followed.factor);
    const answer = await delivery.readState(messageId);
    if (!answer.ok) {
      if (answer.error.canBeTriedAgain)
        throw new Error(`the carrier did not say where a message is: ${answer.error.kind}`);
      return;
    }
    const { state, at } = answer.value;
    await unitOfWork.run(async (tx) => {
      const challenge = await lockChallenge(tx, challengeId);
      if (challenge?.sending?.messageId !== messageId) return;
      const { sending } = challenge;
      if (state !== sending.deliveryState)
        return saveChallenge(tx, challenge, {
          ...challenge,
          sending: { ...sending, deliveryState: state, deliveryAt: at },
        });
      const next = new Date(clock.now().getTime() + delivery.pauseMs(asked + 1));
      if (state === 'ACCEPTED' && next < challenge.expiresAt)
        await deliveryJobs.enqueue(
          tx,
          'follow-delivery',
          { challengeId, messageId, asked: asked + 1 },
          { runAt: next },
        );
    });
  };
}
