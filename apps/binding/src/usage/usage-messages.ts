import { z } from 'zod';
import { amountDue, shortText, shortTextInBoth } from '../providers';
import { defineMessage } from '../webhooks';
import type { RecordUsage } from './record-usage';
import { isCredible } from './usage.rules';

/** What providers tell of the use of their cards. */
export const usageMessages = (recordUsage: RecordUsage) => [
  defineMessage(
    'usage.recorded',
    z.object({
      usageId: shortText,
      credentialReference: shortText,
      kind: z.enum(['DOOR_OPENED', 'PAYMENT']),
      place: shortTextInBoth,
      readerId: shortText.optional(),
      amount: amountDue.optional(),
      at: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
    }),
    (usage, provider) => recordUsage({ ...usage, provider }),
    (usage, now) => (isCredible(usage, now) ? null : { code: 'TIME_OUT_OF_RANGE', field: 'at' }),
  ),
];
