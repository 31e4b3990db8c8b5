import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, localised, moment, money, openWord, slug } from '../fields';

/** What was disputed so far. */
const knownMatters = [
  'UNAUTHORISED_UNBIND',
  'UNAUTHORISED_BIND',
  'UNAUTHORISED_LOAN',
  'UNAUTHORISED_USE',
  'IMPERSONATION',
] as const;

const topic = 'bindery.binding';
const key = 'disputeId';

/** What every event of a dispute tells; what its holder and our people wrote stays where it was written. */
const disputeFields = {
  disputeId: id('dispute', 'the dispute'),
  bindingId: id('binding', 'the binding it is about'),
  cardId: id('card', 'its card'),
  accountId,
  provider: slug('code of the provider'),
  providerName: localised('name of the provider, to be shown').optional(),
  about: openWord(knownMatters, 'what the holder says they did not do'),
  at,
};

export const disputeOpened = defineEvent({
  type: 'bindery.dispute.opened.v1',
  topic,
  key,
  description: 'The holder says that something was not done by them; evidence is frozen and the restore clock stands.',
  data: z.object({
    ...disputeFields,
    decideBy: moment('until when our people decide'),
    held: z.boolean().describe('the card may not be used until it is decided'),
  }),
});

export const disputeUpheld = defineEvent({
  type: 'bindery.dispute.upheld.v1',
  topic,
  key,
  description: 'Two of our people found that the holder is right; sessions of the account but the one named end.',
  data: z.object({
    ...disputeFields,
    keptSessionId: id('session', 'the session that opened the dispute'),
    proveBy: moment(
      'until when the holder can put the card back by a fresh proof; absent where none is asked',
    ).optional(),
    feeRefunded: z.boolean().describe('a fee of the disputed unbind was given back'),
    refunded: money('how much that is; absent where nothing was').optional(),
    restorableUntil: moment(
      'the end of the restore window, moved by the time it stood; absent without one, and while a proof is waited for',
    ).optional(),
  }),
});

export const disputeRejected = defineEvent({
  type: 'bindery.dispute.rejected.v1',
  topic,
  key,
  description:
    'Our people found otherwise than the holder; holds of the dispute are lifted, the restore clock goes on.',
  data: z.object({
    ...disputeFields,
    restorableUntil: moment('the end of the restore window, moved by the time it stood; absent without one').optional(),
  }),
});

export const disputeEscalated = defineEvent({
  type: 'bindery.dispute.escalated.v1',
  topic,
  key,
  description: 'Nobody decided by the deadline: it became a case, and stays open.',
  data: z.object({ ...disputeFields, decideBy: moment('the deadline that has passed') }),
});
