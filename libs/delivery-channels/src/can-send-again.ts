import type { MailError } from './mail-errors';
import type { SmsError } from './sms-errors';

const worthAnotherTry: Record<(SmsError | MailError)['kind'], boolean> = {
  NUMBER_NOT_SERVED: false,
  NUMBER_NOT_ACCEPTED: false,
  KEY_REFUSED: true, // ours to put right; the message can go out then
  MESSAGE_UNKNOWN: false,
  IDEMPOTENCY_KEY_REUSED: false,
  CARRIER_BUSY: true,
  CARRIER_UNAVAILABLE: true,
  CARRIER_TIMEOUT: true,
  ANSWER_UNREADABLE: true,
  ADDRESS_NOT_ACCEPTED: false,
  MESSAGE_NOT_ACCEPTED: false,
  MAIL_UNAVAILABLE: true,
};

/** Whether the same send, with the same key, may succeed later. */
export const canSendAgain = (error: SmsError | MailError): boolean => worthAnotherTry[error.kind];
