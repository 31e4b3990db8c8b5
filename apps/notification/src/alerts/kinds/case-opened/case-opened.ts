import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './case-opened.words.en';
import { zhCn } from './case-opened.words.zh-cn';

/**
 * Cases of which another alert tells at that moment, and that we look into it: OVERDUE is CARD_PROVIDER_SILENT, DISPUTE_OVERDUE the late words of
 * DISPUTE_DECIDED, CHARGED_AFTER_UNBIND its own kind, and what else is wrong about a use USED_WRONGLY. Of all others, and of those that are new, nothing else tells; of a mandate that was not moved
 * OBLIGATION_SETTLED names nobody, and tells nothing where nobody answered.
 */
const toldElsewhere: readonly string[] = [
  'OVERDUE',
  'DISPUTE_OVERDUE',
  'CHARGED_AFTER_UNBIND',
  'OPENED_AFTER_UNBIND',
  'USED_WHILE_HELD',
  'COLLECTED_WITHOUT_CONSENT',
];

export const caseOpened = {
  code: 'CASE_OPENED',
  description: 'People look into something about a card.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.case.opened.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) =>
        toldElsewhere.includes(data.about)
          ? null
          : aboutBinding(data, { matter: data.about, until: data.answerBy, mandates: data.mandates }),
    },
  },
} as const satisfies AlertKind;
