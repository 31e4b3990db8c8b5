import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './dispute-decided.words.en';
import { zhCn } from './dispute-decided.words.zh-cn';
import { en as rejectedEn } from './dispute-rejected.words.en';
import { zhCn as rejectedZhCn } from './dispute-rejected.words.zh-cn';
import { en as lateEn } from './dispute-late.words.en';
import { zhCn as lateZhCn } from './dispute-late.words.zh-cn';

export const disputeDecided = {
  code: 'DISPUTE_DECIDED',
  description: 'A dispute was decided, or was not decided in time.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: {
    DISPUTE_REJECTED: { en: rejectedEn, 'zh-CN': rejectedZhCn },
    DISPUTE_LATE: { en: lateEn, 'zh-CN': lateZhCn },
  },
  facts: {
    'bindery.dispute.upheld.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) =>
        aboutBinding(data, { matter: data.about, until: data.proveBy, refunded: data.feeRefunded, fee: data.refunded }),
    },
    'bindery.dispute.rejected.v1': {
      variant: 'DISPUTE_REJECTED',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { restorableUntil: data.restorableUntil }),
    },
    'bindery.dispute.escalated.v1': {
      variant: 'DISPUTE_LATE',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { until: data.decideBy }),
    },
  },
} as const satisfies AlertKind;
