import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, moment, openWord } from '../fields';

export const usageExportReady = defineEvent({
  type: 'bindery.export.ready.v1',
  topic: 'bindery.binding',
  key: 'exportId',
  description:
    'A file of uses that the holder asked for is written and can be fetched. Nothing of what is in it is told.',
  data: z.object({
    exportId: id('usage_export', 'the export'),
    accountId,
    format: openWord(['CSV', 'JSON'], 'what it is written as'),
    records: z.int().nonnegative().describe('how many uses are in it'),
    keptUntil: moment('until when it can be fetched'),
    at,
  }),
});
