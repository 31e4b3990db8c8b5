import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-unbind-requested.words.en';
import { zhCn } from './card-unbind-requested.words.zh-cn';

export const cardUnbindRequested = {
  code: 'CARD_UNBIND_REQUESTED',
  description: 'A card is being taken off and cannot be used any more.',
  critical: true,
  partOf: { kinds: ['CARD_UNBOUND', 'CARD_UNBIND_REFUSED'], by: 'BINDING' },
  /** Most providers answer within seconds. */
  waitMs: 60_000,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.unbind-requested.v1': { action: 'OPEN_CARD', alertOf: (data) => aboutBinding(data) },
  },
} as const satisfies AlertKind;
