import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, keyword, line, moment } from '../fields';

const topic = 'bindery.verification';
const key = 'challengeId';

const about = {
  challengeId: id('challenge', 'the challenge'),
  accountId: accountId.describe('whose challenge; absent if nobody is signed in').optional(),
  action: keyword('what the proof would allow, e.g. BIND, UNBIND, RESTORE, FOUND, REGISTER'),
  subjectId: line(
    128,
    'id of what it would be allowed on; absent for anonymous challenges, whose subject is a contact',
  ).optional(),
};

export const challengeStarted = defineEvent({
  type: 'bindery.challenge.started.v1',
  topic,
  key,
  description: 'A challenge was put to a person.',
  data: z.object({
    ...about,
    factor: keyword('how it is answered, e.g. SMS_CODE'),
    expiresAt: moment('when it can no longer be answered'),
    at,
  }),
});

export const challengeExhausted = defineEvent({
  type: 'bindery.challenge.exhausted.v1',
  topic,
  key,
  description: 'A challenge was answered wrongly too often; it is over.',
  data: z.object({ ...about, at }),
});

export const challengeExpired = defineEvent({
  type: 'bindery.challenge.expired.v1',
  topic,
  key,
  description: 'A challenge was not answered in time; it is over.',
  data: z.object({ ...about, at }),
});

export const proofGranted = defineEvent({
  type: 'bindery.proof.granted.v1',
  topic,
  key,
  description: 'A challenge was answered rightly; a proof was given out, good for one use.',
  data: z.object({
    proofId: id('proof', 'the proof'),
    ...about,
    planDigest: line(128, 'digest of the plan that the proof is bound to').optional(),
    at,
  }),
});
