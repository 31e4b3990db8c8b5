import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-provider-silent.words.en';
import { zhCn } from './card-provider-silent.words.zh-cn';

export const cardProviderSilent = {
  code: 'CARD_PROVIDER_SILENT',
  description: 'The provider has not answered in time; people look into it.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.sync-changed.v1': {
      action: 'CONTACT_SUPPORT',
      /** Only that an answer is overdue, which is said once of each request. */
      alertOf: (data) => (data.overdue ? aboutBinding(data, { asked: data.sync.operation?.kind }) : null),
    },
  },
} as const satisfies AlertKind;
