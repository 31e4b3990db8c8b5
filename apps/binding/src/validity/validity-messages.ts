import { z } from 'zod';
import { shortText } from '../providers';
import { defineMessage } from '../webhooks';
import type { UpdateCard } from './update-card';

/** Years of cards that are valid now, or were when the first was kept. */
const isYearOfCards = (day: string) => day >= '2020' && day < '2100';

/** What issuers tell of the cards that they send anew. */
export const validityMessages = (updateCard: UpdateCard) => [
  defineMessage(
    'credential.updated',
    z
      .object({
        credentialReference: shortText,
        token: shortText.optional(),
        lastFour: z
          .string()
          .regex(/^\d{4}$/)
          .optional(),
        expiresOn: z.iso.date().refine(isYearOfCards, 'is of no card there is').optional(),
      })
      .refine(({ token, lastFour, expiresOn }) => (token ?? lastFour ?? expiresOn) !== undefined, {
        path: ['expiresOn'],
        message: 'says nothing new',
      }),
    (update, provider) => updateCard({ ...update, provider }),
  ),
];
