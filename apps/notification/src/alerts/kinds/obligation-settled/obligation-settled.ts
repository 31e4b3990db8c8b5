import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './obligation-settled.words.en';
import { zhCn } from './obligation-settled.words.zh-cn';

export const obligationSettled = {
  code: 'OBLIGATION_SETTLED',
  description:
    'A recurring payment was cancelled or moved, a pending one paid, or a balance paid out; or it was refused.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.card.obligation-settled.v1': {
      action: 'OPEN_CARD',
      /** The merchant is not named: what others call themselves has no place in a text message of ours. */
      alertOf: (data) => aboutBinding(data, { asked: data.kind, done: data.outcome === 'CONFIRMED' }),
    },
  },
} as const satisfies AlertKind;
