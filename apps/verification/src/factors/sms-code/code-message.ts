import type { Challenge } from '../../challenges/challenge.rules';
import { translate } from '../../challenges/challenges.words';

/**
 * The words of one send. They follow from the stored challenge alone, so that a repeated send is the same
 * message and the carrier recognises it.
 */
export function toCodeMessage({ action, locale, expiresAt, lastSendAt }: Challenge, code: string): string {
  const minutes = Math.ceil((expiresAt.getTime() - lastSendAt.getTime()) / 60_000);
  return translate(locale, `sms.${action}`, { code, minutes });
}
