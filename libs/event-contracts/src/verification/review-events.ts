import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, day, id, keyword, slug } from '../fields';

/** Consumers decide by it: a new one would be a new version. */
const decision = z.enum(['APPROVE', 'ASK_FOR_MORE', 'REFUSE']);

export const reviewDecided = defineEvent({
  type: 'bindery.review.decided.v1',
  topic: 'bindery.verification',
  key: 'reviewId',
  description:
    'People have looked at what was asked for and decided. Of what they looked at only kind and last day of a document are told.',
  data: z.object({
    reviewId: id('review', 'the review'),
    bindingId: id('binding', 'the binding that was looked at'),
    accountId: accountId.describe('whose binding it is'),
    provider: slug('code of the provider'),
    requestVersion: z
      .int()
      .positive()
      .describe('sequence of the bindery.binding.review-requested.v1 that it answers, or the number of the renewal'),
    about: z
      .enum(['BIND', 'RENEWAL'])
      .describe('what was asked for: a bind, or a newer document of a bound card; a bind where it is absent')
      .optional(),
    approved: z
      .object({
        type: keyword('what it is, e.g. MAINLAND_ID'),
        expiresOn: day('its last day; absent where it is good for good').optional(),
      })
      .describe(
        'the document that an approval is founded on, absent where none was asked for; nothing else of it is told',
      )
      .optional(),
    decision: decision.describe('what was decided'),
    reasons: z.array(keyword('why')).max(8).describe('why, the weightiest first; empty where it was approved'),
    reviewerIds: z.array(id('account', 'who decided')).min(1).max(2).describe('the different people who agreed on it'),
    reviewersNeeded: z.int().positive().describe('how many had to agree to approve'),
    at,
  }),
});
