import type { AlertKind } from '../../alert-kind.rules';
import { en } from './export-ready.words.en';
import { zhCn } from './export-ready.words.zh-cn';

export const exportReady = {
  code: 'EXPORT_READY',
  description: 'A file of records that the holder asked for can be fetched.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.export.ready.v1': {
      action: 'OPEN_EXPORTS',
      alertOf: ({ accountId, at, keptUntil, records }) => ({ accountId, facts: { at, until: keptUntil, records } }),
    },
  },
} as const satisfies AlertKind;
