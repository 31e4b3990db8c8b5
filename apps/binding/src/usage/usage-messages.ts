import { z } from 'zod';
import { money, shortText, shortTextInBoth } from '../providers';
import { defineMessage } from '../webhooks';
import type { RecordUsage } from './record-usage';

/** What providers tell of the use of their cards. */
export const usageMessages = (recordUsage: RecordUsage) => [
  defineMessage(
    'usage.recorded',
    z.object({
      usageId: shortText,
      credentialReference: shortText,
      kind: z.enum(['DOOR_OPENED', 'PAYMENT']),
      place: shortTextInBoth,
      amount: money.optional(),
      at: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
    }),
    (usage, provider) => recordUsage({ ...usage, provider }),
  ),
];
