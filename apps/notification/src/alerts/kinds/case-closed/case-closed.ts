import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './case-closed.words.en';
import { zhCn } from './case-closed.words.zh-cn';

export const caseClosed = {
  code: 'CASE_CLOSED',
  description: 'What people looked into about a card has ended.',
  critical: false,
  /** What ended it by itself may tell how: the answer that came, or the decision. */
  partOf: {
    kinds: [
      'CARD_BOUND',
      'CARD_BIND_REFUSED',
      'CARD_UNBOUND',
      'CARD_UNBIND_REFUSED',
      'CARD_RESTORED',
      'CARD_RESTORE_REFUSED',
      'CARD_REMOVED_ELSEWHERE',
      'OBLIGATION_SETTLED',
      'DISPUTE_DECIDED',
    ],
    by: 'MOMENT',
  },
  waitMs: 60_000,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.case.closed.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { matter: data.about, ended: data.closedBy, answer: data.reason }),
    },
  },
} as const satisfies AlertKind;
