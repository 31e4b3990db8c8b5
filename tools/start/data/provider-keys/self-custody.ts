import type { MakeProviderKeys } from './provider-keys';

/** The page that asks for signatures, as wallets are told of it; one of no real site (RFC 2606). */
const domain = 'wallet.bindery.example';

/** Nothing is secret between a wallet and the platform: one says who asks, the other knows whom to trust. */
export const makeSelfCustodyKeys: MakeProviderKeys = () => ({
  platform: { domain, uri: `https://${domain}/cards` },
  provider: { knownDomains: [domain] },
});
