import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './dispute-opened.words.en';
import { zhCn } from './dispute-opened.words.zh-cn';

export const disputeOpened = {
  code: 'DISPUTE_OPENED',
  description: 'Something was disputed in the name of the holder.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.dispute.opened.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { until: data.decideBy, usable: !data.held }),
    },
  },
} as const satisfies AlertKind;
