import { z } from 'zod';
import { shortText, textUpTo } from '../../bounds';
import type { CardProtocol } from '../../card-protocol';
import type { EnteredLenderAccount } from './lender-account.rules';

/** A lender gets name and number of the identity card, once, and answers with a token and the end of the account's own number. */
export const lenderAccountProtocol: CardProtocol<EnteredLenderAccount> = {
  kind: 'LENDER_ACCOUNT',
  toTokenRequest: ({ person }) => ({ name: person.reveal().holderName, idNumber: person.reveal().idNumber }),
  secretOf: ({ person }) => person.reveal().idNumber ?? '',
  tokenAnswer: z.object({ token: shortText, lastFour: textUpTo(4) }),
  lends: true,
  refusals: ['LENDER_ACCOUNT_UNKNOWN', 'IDENTITY_MISMATCH'],
};
