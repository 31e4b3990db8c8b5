import type { Locale } from '@bindery/localisation';
import { toChallengeType } from '../challenges';
import { factorWords } from '../factors';
import { BindingType, sayCardKind } from '../proofs';
import type { Waiting } from './list-waiting';
import type { WaitingKind } from './waiting.enums';
import type { WaitingPhase } from './waiting.rules';
import { WaitingBinding, WaitingChallenge, type WaitingItem } from './waiting.type';
import { say } from './waiting.words';

const kindOf: Record<WaitingPhase, WaitingKind> = { VERIFYING: 'CONFIRMATION', AWAITING_ACTIVATION: 'ACTIVATION' };

/** What waits, with its words. */
export function toWaitingItem(item: Waiting, now: Date, locale: Locale): WaitingItem {
  const { deadline } = item;
  if (item.of === 'CHALLENGE') {
    const title = factorWords(item.challenge.factor).waitingTitle(locale);
    return Object.assign(new WaitingChallenge(), {
      subject: item.challenge.id,
      kind: 'CODE' as const,
      deadline,
      title,
      challenge: toChallengeType(item.challenge, now),
    });
  }
  const { id, phase, kindName } = item.binding;
  const title = say(locale, phase, { kind: sayCardKind(kindName, locale) });
  return Object.assign(new WaitingBinding(), {
    subject: id,
    kind: kindOf[phase],
    deadline,
    title,
    binding: Object.assign(new BindingType(), { id, phase }),
  });
}
