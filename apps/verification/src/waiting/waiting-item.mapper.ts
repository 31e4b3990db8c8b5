import type { Locale } from '@bindery/localisation';
import type { WaitingPhase } from './waiting.rules';
import type { Waiting } from './list-waiting';
import { translate } from '../challenges/challenges.words';
import { BindingType } from '../proofs/binding.type';
import { toChallengeType } from '../challenges/challenge.mapper';
import { WaitingBinding, WaitingChallenge, type WaitingItem, type WaitingKind } from './waiting-item.type';

const kindOf: Record<WaitingPhase, WaitingKind> = { VERIFYING: 'CONFIRMATION', AWAITING_ACTIVATION: 'ACTIVATION' };

/** What waits, with its words. */
export function toWaitingItem(item: Waiting, now: Date, locale: Locale): WaitingItem {
  const { deadline } = item;
  if (item.of === 'CHALLENGE') {
    const title = translate(locale, 'waiting.CHALLENGE');
    return Object.assign(new WaitingChallenge(), {
      subject: item.challenge.id,
      kind: 'CODE' as const,
      deadline,
      title,
      challenge: toChallengeType(item.challenge, now),
    });
  }
  const { id, phase, kind } = item.binding;
  const title = translate(locale, `waiting.${phase}`, { kind });
  return Object.assign(new WaitingBinding(), {
    subject: id,
    kind: kindOf[phase],
    deadline,
    title,
    binding: Object.assign(new BindingType(), { id, phase }),
  });
}
