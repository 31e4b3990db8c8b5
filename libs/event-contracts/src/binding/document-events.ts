import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, day, id, keyword, localised, moment, slug } from '../fields';

const topic = 'bindery.binding';
const key = 'bindingId';

const documentFields = {
  bindingId: id('binding', 'the binding'),
  accountId,
  provider: slug('code of the provider'),
  providerName: localised('name of the provider, to be shown').optional(),
  kindName: localised('name of the kind, to be shown within a sentence: the …').optional(),
  at,
};

export const documentExpiring = defineEvent({
  type: 'bindery.document.expiring.v1',
  topic,
  key,
  versioned: false,
  description:
    'The document of a bound card expires soon: told at 60, 30, 7 and 1 days before, once each; of several that are due at once the last.',
  data: z.object({
    ...documentFields,
    cardId: id('card', 'its card'),
    documentType: keyword('what it is, e.g. MAINLAND_ID'),
    expiresOn: day('last day of the document'),
    daysBefore: z.int().min(1).max(60).describe('which notice it is: 60, 30, 7 or 1 days before'),
    worksUntil: day('last day on which the card is usable with it, with the days of grace of its provider'),
  }),
});

export const documentRenewalRequested = defineEvent({
  type: 'bindery.document.renewal-requested.v1',
  topic,
  key,
  versioned: false,
  description: 'The holder of a bound card has a newer document; people are asked to look at it.',
  data: z.object({
    ...documentFields,
    round: z.int().positive().describe('which renewal of this binding it is, from 1; its decision names it'),
    documentTypes: z.array(keyword('a kind of document')).describe('any one of which is looked at'),
    reviewers: z.int().positive().describe('how many different people have to agree'),
    deadline: moment('by when it is decided'),
  }),
});
