import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, day, id, line, localised, moment, openWord, slug } from '../fields';

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
  'OPENED_AFTER_UNBIND',
  'USED_WHILE_HELD',
  'COLLECTED_WITHOUT_CONSENT',
  'LENDER_OVERDUE',
  'LENDER_REFUSED',
] as const;

/** What every event of a case tells. */
const caseFields = {
  caseId: id('case', 'the case'),
  bindingId: id('binding', 'the binding it is about'),
  cardId: id('card', 'its card'),
  accountId,
  provider: slug('code of the provider'),
  providerName: localised('name of the provider, to be shown').optional(),
  about: openWord(knownMatters, 'what is looked into'),
};

export const caseOpened = defineEvent({
  type: 'bindery.case.opened.v1',
  topic: 'bindery.binding',
  key: 'caseId',
  versioned: false,
  description: 'People look into something about a card.',
  data: z.object({
    ...caseFields,
    answerBy: moment('until when it is answered'),
    mandates: z
      .array(
        z.object({
          merchant: line(200, 'who collects'),
          nextOn: day('day of the next collection; absent where the provider does not say').optional(),
        }),
      )
      .max(50)
      .describe('recurring payments that did not go over to this card; absent where it is about something else')
      .optional(),
    at,
  }),
});

export const caseOverdue = defineEvent({
  type: 'bindery.case.overdue.v1',
  topic: 'bindery.binding',
  key: 'caseId',
  description:
    'What people look into about a card was not answered by the time its holder was told; it stays open, with a new one. Numbered by how many have passed.',
  data: z.object({
    ...caseFields,
    promisedBy: moment('until when it was to be answered'),
    answerBy: moment('until when it is answered now'),
    at,
  }),
});

export const caseClosed = defineEvent({
  type: 'bindery.case.closed.v1',
  topic: 'bindery.binding',
  key: 'caseId',
  versioned: false,
  description: 'What people looked into about a card has ended: by itself, or they closed it with a reason.',
  data: z.object({
    ...caseFields,
    closedBy: openWord(['PEOPLE', 'ITSELF'], 'whether people closed it, or what it was about has settled'),
    reason: line(
      2000,
      'why people closed it, in their words for the holder; absent where it ended by itself',
    ).optional(),
    at,
  }),
});
