import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, localised, moment, openWord, slug } from '../fields';

/** What people have looked into so far. */
const knownMatters = [
  'DIVERGED',
  'OVERDUE',
  'REFUSED',
  'REVOCATION',
  'DISPUTE_OVERDUE',
  'OBLIGATION_OVERDUE',
  'MANDATE_LEFT',
  'CHARGED_AFTER_UNBIND',
  'LENDER_OVERDUE',
  'LENDER_REFUSED',
] as const;

export const caseOverdue = defineEvent({
  type: 'bindery.case.overdue.v1',
  topic: 'bindery.binding',
  key: 'caseId',
  description:
    'What people look into about a card was not answered by the time its holder was told; it stays open, with a new one. Numbered by how many have passed.',
  data: z.object({
    caseId: id('case', 'the case'),
    bindingId: id('binding', 'the binding it is about'),
    cardId: id('card', 'its card'),
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    about: openWord(knownMatters, 'what is looked into'),
    promisedBy: moment('until when it was to be answered'),
    answerBy: moment('until when it is answered now'),
    at,
  }),
});
