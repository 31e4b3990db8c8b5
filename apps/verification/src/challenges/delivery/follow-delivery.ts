import { canSendAgain, type SmsCarrier } from '@bindery/delivery-channels';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { verificationJobs } from './delivery.jobs';
import { challengeRepository } from '../challenge.repository';

export interface FollowDeliveryDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly smsCarrier: SmsCarrier;
}

export interface FollowDeliveryCommand {
  readonly challengeId: string;
  readonly messageId: string;
  /** Questions asked before this one. */
  readonly asked: number;
}

export type FollowDelivery = (command: FollowDeliveryCommand) => Promise<void>;

/** Between questions: 2, 4, 8, 16, then 30 seconds. */
const pauseMs = (asked: number) => Math.min(30_000, 2_000 * 2 ** asked);

/**
 * Asks the carrier where a message is, and again until it arrived, failed, or its code is over (requirement
 * 28). Throws when the carrier could not be asked.
 */
export function createFollowDelivery({ unitOfWork, clock, smsCarrier }: FollowDeliveryDeps): FollowDelivery {
  return async ({ challengeId, messageId, asked }) => {
    const answer = await smsCarrier.readState(messageId);
    if (!answer.ok) {
      if (canSendAgain(answer.error))
        throw new Error(`the carrier did not say where a message is: ${answer.error.kind}`);
      return;
    }
    const { state, at } = answer.value;
    await unitOfWork.run(async (tx) => {
      const challenge = await challengeRepository.lock(tx, challengeId);
      if (!challenge || challenge.messageId !== messageId) return;
      if (state !== challenge.deliveryState)
        return challengeRepository.save(tx, { ...challenge, deliveryState: state, deliveryAt: at });
      const next = new Date(clock.now().getTime() + pauseMs(asked));
      if (state === 'ACCEPTED' && next < challenge.expiresAt)
        await verificationJobs.enqueue(
          tx,
          'follow-delivery',
          { challengeId, messageId, asked: asked + 1 },
          { runAt: next },
        );
    });
  };
}
