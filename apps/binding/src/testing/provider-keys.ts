import { makeAppleWalletKeys, makeWeChatPayKeys } from '@bindery/simulated-world';
import { makeAlipayKeys } from './alipay-keys';

/** What the two sides of a provider's interface have in tests: the platform in PROVIDERS beside the address, the simulator in PROVIDER_KEYS. */
export interface TestKeys {
  readonly platform: Readonly<Record<string, unknown>>;
  readonly provider: Readonly<Record<string, unknown>>;
}

/** Whose messages the wallets of a test sign. */
export const walletDomain = 'wallet.test.example';

/** By style; a provider of any other is generic. */
const makers: Readonly<Record<string, () => TestKeys | Promise<TestKeys>>> = {
  WECHAT_PAY: makeWeChatPayKeys,
  ALIPAY: makeAlipayKeys,
  APPLE_WALLET: async () => ({ ...(await makeAppleWalletKeys()) }),
  SELF_CUSTODY: () => ({
    platform: { domain: walletDomain, uri: `https://${walletDomain}/cards` },
    provider: { knownDomains: [walletDomain] },
  }),
};

/** Keys of each provider; generic ones sign with a secret that its place in the catalogue makes. */
export async function makeTestKeys(
  profiles: ReadonlyMap<string, { readonly style: string }>,
): Promise<Readonly<Record<string, TestKeys>>> {
  const keys: Record<string, TestKeys> = {};
  for (const [index, [code, { style }]] of [...profiles].entries())
    keys[code] = (await makers[style]?.()) ?? generic(index + 1);
  return keys;
}

function generic(byte: number): TestKeys {
  const secret = `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
  return { platform: { secret }, provider: { secret } };
}
