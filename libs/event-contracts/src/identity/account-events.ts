import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, keyword, line, locale, moment } from '../fields';

const topic = 'bindery.identity';
const key = 'accountId';

export const accountRegistered = defineEvent({
  type: 'bindery.account.registered.v1',
  topic,
  key,
  description: 'A person registered; the account exists from now on.',
  data: z.object({ accountId, locale, at }),
});

export const accountLocaleChanged = defineEvent({
  type: 'bindery.account.locale-changed.v1',
  topic,
  key,
  description: 'The holder wants to be addressed in another language from now on.',
  data: z.object({ accountId, locale, at }),
});

export const accountTimeZoneChanged = defineEvent({
  type: 'bindery.account.time-zone-changed.v1',
  topic,
  key,
  description: 'The holder wants moments told in another time zone from now on.',
  data: z.object({
    accountId,
    timeZone: line(64, 'the zone as IANA names it, e.g. Asia/Shanghai; one that a reader does not know is as none'),
    at,
  }),
});

export const contactPointConfirmed = defineEvent({
  type: 'bindery.account.contact-point-confirmed.v1',
  topic,
  key,
  description: 'The holder proved that a phone or mailbox is theirs; it may be written to.',
  data: z.object({
    accountId,
    contactPointId: id('contact_point', 'the contact point'),
    channel: z.enum(['SMS', 'EMAIL']).describe('how it is reached'),
    sealedAddress: line(
      4096,
      'the address, encrypted (compact JWE); only services holding the contact keys can open it',
    ),
    at,
  }),
});

export const accountLocked = defineEvent({
  type: 'bindery.account.locked.v1',
  topic,
  key,
  description: 'The account was locked: for signing in by password only, or with everything in it.',
  data: z.object({
    accountId,
    scope: z
      .enum(['LOGIN', 'ACCOUNT'])
      .describe(
        'LOGIN: no password opens it, but who is signed in goes on and cards work; ACCOUNT: cards may not be used either',
      ),
    reason: keyword('why, e.g. TOO_MANY_FAILURES'),
    until: moment('when the lock ends by itself; absent if somebody has to lift it').optional(),
    at,
  }),
});

export const accountUnlocked = defineEvent({
  type: 'bindery.account.unlocked.v1',
  topic,
  key,
  description: 'The lock of the account was lifted.',
  data: z.object({ accountId, at }),
});

export const emergencyReported = defineEvent({
  type: 'bindery.account.emergency-reported.v1',
  topic,
  key,
  description:
    'The holder says that somebody else has the account or a device: the other sessions are ended, and what is bound on the device is held.',
  data: z.object({
    accountId,
    lostDeviceId: id('device', 'the device in other hands; absent if only the account is').optional(),
    endedSessions: z.int().nonnegative().describe('how many sessions were ended'),
    at,
  }),
});

export const passwordChanged = defineEvent({
  type: 'bindery.account.password-changed.v1',
  topic,
  key,
  description: 'The password was changed or reset; the holder is told, in case it was not them.',
  data: z.object({ accountId, at }),
});
