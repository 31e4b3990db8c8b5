import { z } from 'zod';
import { shortText, textUpTo } from '../../bounds';
import type { CardProtocol } from '../../card-protocol';
import type { EnteredWallet } from './wallet.rules';

/** A wallet gets the account, once, and answers with a token in its place. */
export const walletProtocol: CardProtocol<EnteredWallet> = {
  kind: 'WALLET',
  toTokenRequest: ({ account }) => ({ account }),
  secretOf: ({ account }) => account,
  tokenAnswer: z.object({ token: shortText, lastFour: textUpTo(4) }),
  refusals: ['ACCOUNT_NOT_ACCEPTED', 'ACCOUNT_UNKNOWN'],
};
