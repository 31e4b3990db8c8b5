import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, line, localised, money, openWord, slug } from '../fields';

/** What was done with cards so far. */
const knownUsageKinds = ['DOOR_OPENED', 'PAYMENT', 'REFUSED'] as const;

const topic = 'bindery.binding';
const cardId = id('card', 'the card');
const bindingId = id('binding', 'the binding');

export const walletDefaultChanged = defineEvent({
  type: 'bindery.wallet.default-changed.v1',
  topic,
  key: 'accountId',
  versioned: false,
  description: 'Another card became the one that pays by default, or none is.',
  data: z.object({
    accountId,
    fromCardId: cardId.describe('default before; absent if there was none').optional(),
    toCardId: cardId.describe('default now; absent if there is none').optional(),
    at,
  }),
});

export const cardUsed = defineEvent({
  type: 'bindery.card.used.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description: 'A card opened a door or paid, or was refused.',
  data: z.object({
    usageId: id('usage', 'the usage record'),
    cardId,
    bindingId,
    accountId,
    kind: openWord(knownUsageKinds, 'what happened'),
    place: localised('door or merchant, in words'),
    amount: money('what was paid').optional(),
    at,
  }),
});

export const consentRecorded = defineEvent({
  type: 'bindery.consent.recorded.v1',
  topic,
  key: 'consentId',
  versioned: false,
  description: 'The holder agreed to a text before binding.',
  data: z.object({
    consentId: id('consent', 'the consent'),
    accountId,
    bindingId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    version: line(64, 'version of the text agreed to'),
    at,
  }),
});
