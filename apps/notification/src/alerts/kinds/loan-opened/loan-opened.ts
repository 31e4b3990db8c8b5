import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en as requestedEn } from './loan-requested.words.en';
import { zhCn as requestedZhCn } from './loan-requested.words.zh-cn';
import { en } from './loan-opened.words.en';
import { zhCn } from './loan-opened.words.zh-cn';

export const loanOpened = {
  code: 'LOAN_OPENED',
  description: 'A loan was asked for, or opened.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: { LOAN_REQUESTED: { en: requestedEn, 'zh-CN': requestedZhCn } },
  facts: {
    'bindery.loan.requested.v1': {
      variant: 'LOAN_REQUESTED',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { amount: data.principal }),
    },
    'bindery.loan.opened.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { amount: data.principal, lastDay: data.firstRepaymentOn }),
    },
  },
} as const satisfies AlertKind;
