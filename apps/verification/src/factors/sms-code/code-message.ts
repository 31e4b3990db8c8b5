import { signText } from '@bindery/localisation';
import type { SentChallenge } from '../factor-module';
import { say } from './sms-code.words';

export interface CodeOccasion extends Pick<SentChallenge, 'action' | 'locale' | 'expiresAt'> {
  readonly sending: Pick<SentChallenge['sending'], 'lastSendAt'>;
}

/**
 * The words of one send. They follow from the stored challenge alone, so that a repeated send is the same
 * message and the carrier recognises it.
 */
export function toCodeMessage({ action, locale, expiresAt, sending }: CodeOccasion, code: string): string {
  const minutes = Math.ceil((expiresAt.getTime() - sending.lastSendAt.getTime()) / 60_000);
  return signText(say(locale, action, { code, minutes }), locale);
}
