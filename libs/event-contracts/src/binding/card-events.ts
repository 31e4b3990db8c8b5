import { z } from 'zod';
import { defineEvent } from '../define-event';
import { bindingFact } from './binding-fact';
import { accountId, at, day, id, line, localised, money, openWord, slug } from '../fields';

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

const lostSubject = {
  accountId,
  subject: openWord(['CARD', 'DEVICE'], 'what it is'),
  cardId: cardId.describe('the card, if it is one').optional(),
  deviceId: id('device', 'the device, if it is one').optional(),
};

export const walletReportedLost = defineEvent({
  type: 'bindery.wallet.reported-lost.v1',
  topic,
  key: 'accountId',
  versioned: false,
  description: 'The holder reported a card or a device lost; all bindings of it are held.',
  data: z.object({
    ...lostSubject,
    held: z.int().nonnegative().describe('how many bindings are held for it'),
    collecting: z
      .int()
      .nonnegative()
      .describe('from how many of these their provider may go on collecting by itself, as only an unbind ends that')
      .optional(),
    at,
  }),
});

export const walletReportedFound = defineEvent({
  type: 'bindery.wallet.reported-found.v1',
  topic,
  key: 'accountId',
  versioned: false,
  description: 'The holder has what was reported lost, and proved that it is them; its holds are lifted.',
  data: z.object({ ...lostSubject, at }),
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

export const cardObligationSettled = defineEvent({
  type: 'bindery.card.obligation-settled.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description:
    'What a provider was asked to do about a recurring payment, a pending one or a balance has ended: done, or refused and nothing was done.',
  data: z.object({
    operationId: id('operation', 'the operation at the provider'),
    cardId,
    bindingId,
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    kind: openWord(['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'], 'what was asked for'),
    outcome: openWord(['CONFIRMED', 'REFUSED'], 'how it ended'),
    cause: openWord(['PROVIDER_DECLINED', 'TARGET_NOT_ABLE'], 'why it was refused').optional(),
    amount: money('how much it was about').optional(),
    toCardId: cardId.describe('the card that a recurring payment moved to').optional(),
    at,
  }),
});

export const cardChargedAfterUnbind = defineEvent({
  type: 'bindery.card.charged-after-unbind.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description: 'A provider told of a payment that was made by a card after it was taken off; people look into it.',
  data: z.object({
    usageId: id('usage', 'the usage record, which can be disputed'),
    cardId,
    bindingId,
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    amount: money('what was paid').optional(),
    at,
  }),
});

export const cardUsedWrongly = defineEvent({
  type: 'bindery.card.used-wrongly.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description:
    'A provider told of a use that goes against what the holder had been told, other than a charge of a card that is off; people look into it.',
  data: z.object({
    usageId: id('usage', 'the usage record, which can be disputed'),
    cardId,
    bindingId,
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    kind: openWord(['DOOR_OPENED', 'PAYMENT'], 'what it was used for'),
    about: openWord(
      ['OPENED_AFTER_UNBIND', 'USED_WHILE_HELD', 'COLLECTED_WITHOUT_CONSENT'],
      'what is wrong, as the case has it that people look into',
    ),
    unbindEndsIt: z
      .boolean()
      .describe('whether the provider goes on collecting by itself until the card is taken off')
      .optional(),
    amount: money('what was paid').optional(),
    at,
  }),
});

export const cardBoundElsewhere = defineEvent({
  type: 'bindery.card.bound-elsewhere.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description:
    'A card that is bound was bound in another account too, for the first time there. It says nothing of that account.',
  data: z.object({
    cardId,
    bindingId,
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
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

export const bindingCardUpdated = bindingFact(
  'card-updated',
  'The issuer renewed the card, which stays bound: another expiry, maybe another number.',
  {
    expiresOn: day('last day of the card now').optional(),
    reissued: z.boolean().describe('whether it was issued again under another number, which no event tells'),
  },
);

export const cardExpiring = defineEvent({
  type: 'bindery.card.expiring.v1',
  topic,
  key: 'cardId',
  versioned: false,
  description:
    'A bound card expires soon: told at 60, 30, 7 and 1 days before, once each; of several that are due at once the last.',
  data: z.object({
    cardId,
    bindingId,
    accountId,
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown').optional(),
    kindName: localised('name of the kind, to be shown within a sentence: the …').optional(),
    expiresOn: day('last day of the card'),
    daysBefore: z.int().min(1).max(60).describe('which notice it is: 60, 30, 7 or 1 days before'),
    worksUntil: day('last day on which it is taken, with the days of grace of its provider'),
    at,
  }),
});

export const consentWithdrawn = defineEvent({
  type: 'bindery.consent.withdrawn.v1',
  topic,
  key: 'consentId',
  versioned: false,
  description: 'The holder took a consent back, before its card was bound.',
  data: consentRecorded.data.extend({ version: line(64, 'version of the text that had been agreed to') }),
});

const purpose = {
  purpose: openWord(['CREDIT_CHECK', 'DATA_SHARING', 'REPAYMENT_DEBIT'], 'what for'),
  purposeName: localised('what for in a few words, to be shown'),
};

export const consentPurposeGiven = defineEvent({
  type: 'bindery.consent.purpose-given.v1',
  topic,
  key: 'consentId',
  versioned: false,
  description: 'The holder allowed a provider something beside holding a card, in words that were shown.',
  data: consentRecorded.data.extend(purpose),
});

export const consentPurposeWithdrawn = defineEvent({
  type: 'bindery.consent.purpose-withdrawn.v1',
  topic,
  key: 'consentId',
  versioned: false,
  description: 'The holder took back what a provider was allowed beside holding a card; the provider is told.',
  data: consentRecorded.data.extend({
    version: line(64, 'version of the text that had been agreed to'),
    ...purpose,
  }),
});
