import type { Locale } from '@bindery/localisation';
import { toChallengeType } from '../challenges';
import { factorWords } from '../factors';
import { BindingType, sayCardKind } from '../proofs';
import type { Waiting } from './list-waiting';
import { isWaitingSuccession, type WaitingKind } from './waiting.enums';
import type { WaitingPhase } from './waiting.rules';
import {
  WaitingBinding,
  WaitingChallenge,
  WaitingDispute,
  WaitingRemoval,
  WaitingReview,
  type WaitingItem,
} from './waiting.type';
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
  if (item.of === 'REVIEW') {
    const { review, documentNeeded } = item.open;
    const kind = documentNeeded ? 'DOCUMENT' : 'REVIEW';
    return Object.assign(new WaitingReview(), {
      subject: review.bindingId,
      kind: kind satisfies WaitingKind,
      deadline,
      title: say(locale, kind, { kind: sayCardKind(review.kindName, locale) }),
      binding: Object.assign(new BindingType(), { id: review.bindingId }),
    });
  }
  if (item.of === 'DISPUTE') {
    const { id, bindingId, waitsFor } = item.dispute;
    const kind = waitsFor === 'PROOF' ? 'RESTORE' : 'DISPUTE';
    // Past its deadline nobody knows until when: people are reminded, and it is decided all the same.
    const isLate = deadline !== null && deadline <= now;
    return Object.assign(new WaitingDispute(), {
      subject: id,
      kind: kind satisfies WaitingKind,
      deadline: isLate ? null : deadline,
      title: say(locale, isLate ? 'DISPUTE.late' : kind),
      binding: Object.assign(new BindingType(), { id: bindingId }),
    });
  }
  if (item.of === 'REMOVAL') {
    const { bindingId, kindName } = item.removal;
    const kind = 'WAS_THIS_YOU' satisfies WaitingKind;
    return Object.assign(new WaitingRemoval(), {
      subject: bindingId,
      kind,
      deadline,
      title: say(locale, kind, { kind: sayCardKind(kindName, locale) }),
      binding: Object.assign(new BindingType(), { id: bindingId }),
    });
  }
  if (item.of === 'CARD') {
    const { bindingId, kindName } = item.wanted;
    return Object.assign(new WaitingBinding(), {
      subject: bindingId,
      kind: 'CARD' satisfies WaitingKind,
      deadline,
      title: say(locale, 'CARD', { kind: sayCardKind(kindName, locale) }),
      succession: 'MOVE' as const,
      binding: Object.assign(new BindingType(), { id: bindingId }),
    });
  }
  const { id, phase, kindName } = item.binding;
  const succession = isWaitingSuccession(item.binding.succession) ? item.binding.succession : null;
  const title = say(locale, succession ? `${phase}.${succession}` : phase, { kind: sayCardKind(kindName, locale) });
  return Object.assign(new WaitingBinding(), {
    subject: id,
    kind: kindOf[phase],
    deadline,
    title,
    succession,
    binding: Object.assign(new BindingType(), { id, phase }),
  });
}
