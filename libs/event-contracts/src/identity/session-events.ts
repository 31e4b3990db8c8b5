import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, keyword, line } from '../fields';

const topic = 'bindery.identity';
const key = 'accountId';
const deviceId = id('device', 'device of the holder');
const sessionId = id('session', 'session');

export const deviceRegistered = defineEvent({
  type: 'bindery.account.device-registered.v1',
  topic,
  key,
  description: 'A device was used to log in for the first time; cards can be bound on it.',
  data: z.object({
    accountId,
    deviceId,
    platform: keyword('operating system, e.g. IOS, ANDROID, WEB'),
    clientApp: line(64, 'client app it was registered from'),
    at,
  }),
});

export const deviceRemoved = defineEvent({
  type: 'bindery.account.device-removed.v1',
  topic,
  key,
  description: 'The holder took a device off the account.',
  data: z.object({ accountId, deviceId, at }),
});

export const sessionStarted = defineEvent({
  type: 'bindery.account.session-started.v1',
  topic,
  key,
  description: 'The holder logged in.',
  data: z.object({
    accountId,
    sessionId,
    deviceId,
    newDevice: z.boolean().describe('true if this device had never logged in to this account'),
    platform: keyword('operating system of the device now, e.g. IOS, ANDROID, WEB').optional(),
    sealedNetworkAddress: line(
      512,
      'from where, encrypted (compact JWE); only services holding the contact keys can open it',
    ).optional(),
    at,
  }),
});

export const sessionEnded = defineEvent({
  type: 'bindery.account.session-ended.v1',
  topic,
  key,
  description: 'A session ended; its tokens are worth nothing any more.',
  data: z.object({
    accountId,
    sessionId,
    cause: keyword('why, e.g. LOGGED_OUT, ENDED_ELSEWHERE, TOKEN_REUSED, PASSWORD_RESET'),
    at,
  }),
});
