import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './loan-ended.words.en';
import { zhCn } from './loan-ended.words.zh-cn';
import { en as refusedEn } from './loan-refused.words.en';
import { zhCn as refusedZhCn } from './loan-refused.words.zh-cn';

export const loanEnded = {
  code: 'LOAN_ENDED',
  description: 'A loan is paid back, revoked, or was not opened.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: { LOAN_REFUSED: { en: refusedEn, 'zh-CN': refusedZhCn } },
  facts: {
    'bindery.loan.ended.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) =>
        aboutBinding(data, {
          amount: data.principal,
          fee: data.refunded,
          cause: data.outcome,
          refunded: Boolean(data.refunded),
        }),
    },
    'bindery.loan.refused.v1': {
      variant: 'LOAN_REFUSED',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { amount: data.principal, cause: data.cause }),
    },
  },
} as const satisfies AlertKind;
