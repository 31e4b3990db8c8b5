import { canSendAgain, type SmsCarrier } from '@bindery/delivery-channels';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { stateAt, type Challenge } from '../challenge.rules';
import type { ContactSeal, SecretDigests } from '../../factors/factor-module';
import { verificationJobs } from './delivery.jobs';
import { challengeRepository } from '../challenge.repository';
import { toCodeMessage } from '../../factors/sms-code/code-message';

export interface SendCodeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly contactSeal: ContactSeal;
  readonly digests: SecretDigests;
  readonly smsCarrier: SmsCarrier;
}

export interface SendCodeCommand {
  readonly challengeId: string;
  /** Which send of the code, from 1. */
  readonly send: number;
  readonly isLastTry: boolean;
}

export type SendCode = (command: SendCodeCommand) => Promise<void>;

/** First question to the carrier after it took a message; most arrive within a second or two. */
const firstQuestionAfterMs = 1_000;

/**
 * Hands one send of a code to the carrier. The carrier's key is challenge and send number: a try that was cut
 * off may be repeated and reaches the phone once. Throws when a later try may succeed.
 */
export function createSendCode({ unitOfWork, clock, contactSeal, digests, smsCarrier }: SendCodeDeps): SendCode {
  return async ({ challengeId, send, isLastTry }) => {
    const [challenge] = await unitOfWork.run((tx) => challengeRepository.find(tx, [challengeId]));
    if (!challenge || !isAwaited(challenge, send, clock.now())) return;
    const to = await contactSeal.open(challenge.sealedContact);
    const sent = await smsCarrier.send({
      to,
      text: toCodeMessage(challenge, digests.codeOf(challenge)),
      idempotencyKey: `${challengeId}.${send}`,
    });
    if (!sent.ok && canSendAgain(sent.error) && !isLastTry)
      throw new Error(`the carrier did not take the code: ${sent.error.kind}`);
    const now = clock.now();
    await unitOfWork.run(async (tx) => {
      const current = await challengeRepository.lock(tx, challengeId);
      if (!current || current.sends !== send) return;
      const messageId = sent.ok ? sent.value.messageId : null;
      const deliveryState = sent.ok ? sent.value.state : 'FAILED';
      await challengeRepository.save(tx, { ...current, messageId, deliveryState, deliveryAt: now });
      if (messageId && deliveryState === 'ACCEPTED')
        await verificationJobs.enqueue(
          tx,
          'follow-delivery',
          { challengeId, messageId, asked: 0 },
          { runAt: new Date(now.getTime() + firstQuestionAfterMs) },
        );
    });
  };
}

/** A code that is over, or that a later send carries, need not reach anybody. */
const isAwaited = (challenge: Challenge, send: number, now: Date): boolean =>
  stateAt(challenge, now) === 'PENDING' && challenge.sends === send;
