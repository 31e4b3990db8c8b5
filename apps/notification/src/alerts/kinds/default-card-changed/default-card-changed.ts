import type { AlertKind } from '../../alert-kind.rules';
import { en } from './default-card-changed.words.en';
import { zhCn } from './default-card-changed.words.zh-cn';

export const defaultCardChanged = {
  code: 'DEFAULT_CARD_CHANGED',
  description: 'Another card pays by default, or none does.',
  critical: false,
  partOf: {
    kinds: [
      'CARD_BOUND',
      'CARD_UNBIND_REQUESTED',
      'CARD_UNBOUND',
      'CARD_UNBIND_REFUSED',
      'CARD_RESTORED',
      'CARD_REMOVED_ELSEWHERE',
      'CARD_HELD',
      'CARD_HOLD_LIFTED',
    ],
    by: 'MOMENT',
  },
  waitMs: 60_000,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.wallet.default-changed.v1': {
      action: 'OPEN_WALLET',
      /** Which card pays now, or that none does (requirement 17). */
      alertOf: ({ accountId, fromCardId, toCardId, at }) => ({
        accountId,
        cardId: toCardId ?? fromCardId,
        facts: {
          at,
          hasDefault: toCardId !== undefined,
          hadDefault: fromCardId !== undefined,
          defaultCardId: toCardId,
        },
      }),
    },
  },
} as const satisfies AlertKind;
