import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-removed-elsewhere.words.en';
import { zhCn } from './card-removed-elsewhere.words.zh-cn';

export const cardRemovedElsewhere = {
  code: 'CARD_REMOVED_ELSEWHERE',
  description: 'A card was taken off at the provider or on the device.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.removed-elsewhere.v1': {
      action: 'CONFIRM_IT_WAS_YOU',
      /** A removal that nobody asked us for (requirement 20): one tap says whether it was them. */
      alertOf: (data) => aboutBinding(data, { restorableUntil: data.restorableUntil }),
    },
  },
} as const satisfies AlertKind;
