import { z } from 'zod';
import { defineJobs } from '@bindery/jobs';

/** This service's background work by name. Payloads hold ids only: the job tables are no place for numbers or codes. */
export const verificationJobs = defineJobs({
  'send-code': z.object({ challengeId: z.string(), send: z.int().positive() }),
  'follow-delivery': z.object({ challengeId: z.string(), messageId: z.string(), asked: z.int().nonnegative() }),
  'expire-challenges': z.object({}),
  prune: z.object({}),
});

/** Six tries with the job library's growing pauses fit into the five minutes of a code. */
export const sendTriesMax = 6;
