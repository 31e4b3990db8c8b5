import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, localised, slug } from '../fields';

export const removalAnswered = defineEvent({
  type: 'bindery.removal.answered.v1',
  topic: 'bindery.binding',
  key: 'bindingId',
  versioned: false,
  description: 'The holder says whether it was them who took a card off elsewhere; a later answer changes nothing.',
  data: z.object({
    bindingId: id('binding', 'the binding'),
    cardId: id('card', 'its card'),
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    removalVersion: z.int().positive().describe('sequence of the removal among the events of the binding'),
    itWasMe: z.boolean().describe('it was the holder; if not, a dispute is opened with it'),
    at,
  }),
});
