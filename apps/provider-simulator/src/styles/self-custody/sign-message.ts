import { createHmac } from 'node:crypto';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { findWalletChain, type WalletChain } from './chains';
import { walletKeyOf, type WalletKey } from './wallet-keys';

/** Why a careful wallet does not sign. */
export type NotSigned =
  'CHAIN_UNKNOWN' | 'MESSAGE_UNREADABLE' | 'DOMAIN_UNKNOWN' | 'ADDRESS_NOT_MINE' | 'MESSAGE_EXPIRED';

export interface AskedMessage {
  readonly domain: string;
  readonly address: string;
  readonly nonce: string;
  readonly expiresAt: Date;
}

/** What a wallet reads in a message of EIP-4361, or of another chain in its words, before it shows it. */
export function readMessage(message: string): AskedMessage | undefined {
  const [first = '', address = ''] = message.split('\n', 2);
  const domain = /^(\S+) wants you to sign in with your .+ account:$/.exec(first)?.[1];
  const nonce = /^Nonce: ([A-Za-z0-9]{8,})$/m.exec(message)?.[1];
  const expiresAt = new Date(/^Expiration Time: (\S+)$/m.exec(message)?.[1] ?? '');
  if (domain === undefined || nonce === undefined || Number.isNaN(Number(expiresAt))) return undefined;
  return { domain, address, nonce, expiresAt };
}

/** The wallet of somebody: a few accounts on each chain, made of what this world's data folder began with. */
export interface Wallet {
  keyOf(chain: WalletChain, account: number): Promise<WalletKey>;
  sign(
    chainId: string,
    message: string,
    account: number,
  ): Promise<Result<{ address: string; signature: string }, NotSigned>>;
}

interface WalletDeps {
  readonly secret: string;
  readonly provider: string;
  /** Whose messages are signed; of any other it warns, and signs nothing. */
  readonly knownDomains: readonly string[];
  readonly clock: Clock;
}

export function createWallet({ secret, provider, knownDomains, clock }: WalletDeps): Wallet {
  const keyOf: Wallet['keyOf'] = (chain, account) => {
    // As in real wallets, all EVM chains have one key, and networks of Substrate too.
    const seed = createHmac('sha256', secret).update(`${provider} wallet ${chain.signing} ${account}`).digest();
    return walletKeyOf(chain, seed);
  };

  return {
    keyOf,
    async sign(chainId, message, account) {
      const chain = findWalletChain(chainId);
      if (!chain) return err('CHAIN_UNKNOWN');
      const asked = readMessage(message);
      if (!asked) return err('MESSAGE_UNREADABLE');
      if (!knownDomains.includes(asked.domain)) return err('DOMAIN_UNKNOWN');
      if (clock.now() >= asked.expiresAt) return err('MESSAGE_EXPIRED');
      const key = await keyOf(chain, account);
      if (key.address !== asked.address) return err('ADDRESS_NOT_MINE');
      return ok({ address: key.address, signature: key.sign(message, asked.nonce) });
    },
  };
}
