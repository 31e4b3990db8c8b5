import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './case-overdue.words.en';
import { zhCn } from './case-overdue.words.zh-cn';

export const caseOverdue = {
  code: 'CASE_OVERDUE',
  description: 'What people look into about a card was not answered in time.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.case.overdue.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { cause: data.about, promised: data.promisedBy, until: data.answerBy }),
    },
  },
} as const satisfies AlertKind;
