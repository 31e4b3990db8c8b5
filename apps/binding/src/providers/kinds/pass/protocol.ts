import { z } from 'zod';
import { shortText } from '../../bounds';
import type { CardProtocol } from '../../card-protocol';
import type { EnteredPass } from './pass.rules';

/** Who issues passes is told the name and answers with a token and the last characters of the pass’s number. */
export const passProtocol: CardProtocol<EnteredPass> = {
  kind: 'PASS',
  toTokenRequest: ({ holderName }) => ({ holderName }),
  tokenAnswer: z.object({ token: shortText, lastFour: z.string().regex(/^[A-Za-z0-9]{4}$/) }),
  refusals: ['PASS_NOT_OFFERED'],
};
