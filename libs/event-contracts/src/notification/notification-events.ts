import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, keyword } from '../fields';

const topic = 'bindery.notification';
const key = 'notificationId';
const notificationId = id('notification', 'the notification');
const channel = keyword('way it was sent, e.g. SMS, EMAIL, INBOX');

export const notificationQueued = defineEvent({
  type: 'bindery.notification.queued.v1',
  topic,
  key,
  description: 'Somebody is to be told something.',
  data: z.object({
    notificationId,
    accountId,
    kind: keyword('what it is about, e.g. CARD_UNBOUND'),
    critical: z.boolean().describe('true if preferences cannot switch it off'),
    at,
  }),
});

export const notificationDelivered = defineEvent({
  type: 'bindery.notification.delivered.v1',
  topic,
  key,
  versioned: false,
  description: 'A notification arrived on one channel.',
  data: z.object({ notificationId, accountId, channel, at }),
});

export const notificationFailed = defineEvent({
  type: 'bindery.notification.failed.v1',
  topic,
  key,
  versioned: false,
  description: 'A notification could not be delivered on one channel, for good.',
  data: z.object({ notificationId, accountId, channel, cause: keyword('why, e.g. REJECTED'), at }),
});
