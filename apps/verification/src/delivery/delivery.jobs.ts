import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';
import type { EnqueueSend } from '../challenges';

const challengeId = idField('challenge');

/** Payloads hold ids only: the job tables are no place for numbers or codes. */
export const deliveryJobs = defineJobs({
  'send-code': z.object({ challengeId, send: z.int().positive() }),
  'follow-delivery': z.object({ challengeId, messageId: z.string(), asked: z.int().nonnegative() }),
});

/** Six tries with the job library's growing pauses fit into the five minutes of a code. */
const sendTriesMax = 6;

/** What challenges ask for when a code is to go out. */
export const enqueueSend: EnqueueSend = (tx, { id, send }) =>
  deliveryJobs.enqueue(tx, 'send-code', { challengeId: id, send }, { maxAttempts: sendTriesMax });
