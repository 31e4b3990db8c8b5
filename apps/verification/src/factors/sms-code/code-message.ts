import type { FactorChallenge } from '../factor-module';
import { say } from './sms-code.words';

/**
 * The words of one send. They follow from the stored challenge alone, so that a repeated send is the same
 * message and the carrier recognises it.
 */
export function toCodeMessage(
  { action, locale, expiresAt, lastSendAt }: Pick<FactorChallenge, 'action' | 'locale' | 'expiresAt' | 'lastSendAt'>,
  code: string,
): string {
  const minutes = Math.ceil((expiresAt.getTime() - lastSendAt.getTime()) / 60_000);
  return say(locale, action, { code, minutes });
}
