import { isId } from '@bindery/kernel';
import type { AlertKind } from '../../alert-kind.rules';
import { en } from './wrong-codes.words.en';
import { zhCn } from './wrong-codes.words.zh-cn';

export const wrongCodes = {
  code: 'WRONG_CODES',
  description: 'A code was entered wrongly too often.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.challenge.exhausted.v1': {
      action: 'REVIEW_DEVICES',
      /** An anonymous challenge has nobody to tell. */
      alertOf: ({ accountId, action, subjectId = '', at }) =>
        accountId
          ? {
              accountId,
              facts: { at, challenged: action },
              bindingId: isId('binding', subjectId) ? subjectId : undefined,
            }
          : null,
    },
  },
} as const satisfies AlertKind;
