import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './document-expiring.words.en';
import { zhCn } from './document-expiring.words.zh-cn';

export const documentExpiring = {
  code: 'DOCUMENT_EXPIRING',
  description: 'A document that a card is bound with expires soon.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.document.expiring.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) =>
        aboutBinding(data, {
          document: data.documentType,
          lastDay: data.expiresOn,
          ...(data.worksUntil > data.expiresOn && { worksUntil: data.worksUntil }),
        }),
    },
  },
} as const satisfies AlertKind;
