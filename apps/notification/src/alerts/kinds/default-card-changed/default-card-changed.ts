import type { AlertKind } from '../../alert-kind.rules';
import { en } from './default-card-changed.words.en';
import { zhCn } from './default-card-changed.words.zh-cn';

export const defaultCardChanged = {
  code: 'DEFAULT_CARD_CHANGED',
  description: 'Another card pays by default, or none does.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.wallet.default-changed.v1': {
      action: 'OPEN_WALLET',
      /** Which card pays now, or that none does (requirement 17). */
      alertOf: ({ accountId, fromCardId, toCardId, at }) => ({
        accountId,
        cardId: toCardId ?? fromCardId,
        facts: { at, hasDefault: toCardId !== undefined, hadDefault: fromCardId !== undefined },
      }),
    },
  },
} as const satisfies AlertKind;
