import { canSendAgain, type SmsCarrier, type SmsError } from '@bindery/delivery-channels';
import { err, type Result } from '@bindery/kernel';
import type { ContactSeal } from '../../contacts';
import type { DeliveryFailed, FactorDelivery } from '../factor-module';
import { toCodeMessage } from './code-message';
import type { SixDigitCode } from './six-digit-code';

export interface SmsDeliveryDeps {
  readonly code: Pick<SixDigitCode, 'codeOf'>;
  readonly contactSeal: Pick<ContactSeal, 'open'>;
  readonly smsCarrier: SmsCarrier;
}

/** Sends codes through the carrier of SMS and asks it where they are. */
export const createSmsDelivery = ({ code, contactSeal, smsCarrier }: SmsDeliveryDeps): FactorDelivery => ({
  async send(challenge, idempotencyKey) {
    const to = await contactSeal.open(challenge.sending.sealedContact);
    const text = toCodeMessage(challenge, code.codeOf(challenge));
    return orFailed(await smsCarrier.send({ to, text, idempotencyKey }));
  },
  readState: async (messageId) => orFailed(await smsCarrier.readState(messageId)),
  // 1, 2, 4, 8, 16, then 30 seconds: most arrive within a second or two.
  pauseMs: (asked) => Math.min(30_000, 1_000 * 2 ** asked),
});

const orFailed = <T>(answer: Result<T, SmsError>): Result<T, DeliveryFailed> =>
  answer.ok ? answer : err({ kind: answer.error.kind, canBeTriedAgain: canSendAgain(answer.error) });
