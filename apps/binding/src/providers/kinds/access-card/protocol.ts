import { z } from 'zod';
import type { CardProtocol } from '../../card-protocol';
import { listMax, shortText, shortTextInBoth, textUpTo } from '../../bounds';
import type { EnteredMembership } from './access-card.rules';

/** An access-control system knows its members by number and answers with the doors that open to one. */
export const accessCardProtocol: CardProtocol<EnteredMembership> = {
  kind: 'ACCESS_CARD',
  toTokenRequest: ({ site, memberNumber }) => ({ site, memberNumber }),
  tokenAnswer: z.object({
    token: shortText,
    lastFour: textUpTo(4),
    site: z.object({ code: shortText, name: shortTextInBoth }),
    doors: z.array(z.object({ id: shortText, name: shortTextInBoth })).max(listMax),
  }),
  refusals: ['MEMBER_UNKNOWN', 'SITE_UNKNOWN'],
};
