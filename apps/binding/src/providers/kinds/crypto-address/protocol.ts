import { z } from 'zod';
import { shortText, textUpTo } from '../../bounds';
import type { CardProtocol } from '../../card-protocol';
import type { EnteredAddress } from './read-typed-address';

/** How a company that knows addresses is told one, where it speaks the generic protocol. */
export const cryptoAddressProtocol: CardProtocol<EnteredAddress> = {
  kind: 'CRYPTO_ADDRESS',
  toTokenRequest: ({ chain, address }) => ({ chain, address }),
  tokenAnswer: z.object({ token: shortText, lastFour: textUpTo(4), brand: textUpTo(50).optional() }),
  refusals: ['ADDRESS_INVALID', 'ADDRESS_CANNOT_SIGN', 'CHAIN_UNKNOWN'],
};
