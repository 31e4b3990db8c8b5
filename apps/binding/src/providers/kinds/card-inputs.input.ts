// The inputs of kinds are declared by decorators, which want it; a test may load them before anything of the graph.
import 'reflect-metadata';
import type { ClassType } from 'type-graphql';
import type { EnteredKindCode } from '.';
import { accessCardInput } from './access-card/access-card.input';
import { bankCardInput } from './bank-card/bank-card.input';
import { cryptoAddressInput } from './crypto-address/crypto-address.input';
import { passInput } from './pass/pass.input';
import { walletInput } from './wallet/wallet.input';
import { lenderAccountInput } from './lender-account/lender-account.input';

/** How a holder enters a card of a kind in the graph; under which field, the kind says. */
export interface CardInput {
  readonly inputType: ClassType;
  readonly description: string;
}

/** Of every kind that can be entered: without its line here, a new one does not compile. */
export const cardInputs: Readonly<Record<EnteredKindCode, CardInput>> = {
  BANK_CARD: bankCardInput,
  ACCESS_CARD: accessCardInput,
  PASS: passInput,
  CRYPTO_ADDRESS: cryptoAddressInput,
  WALLET: walletInput,
  LENDER_ACCOUNT: lenderAccountInput,
};
