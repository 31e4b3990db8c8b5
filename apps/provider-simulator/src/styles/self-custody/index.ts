import { z } from 'zod';
import type { SimulatedStyle } from '../style';
import { createWallet } from './sign-message';
import { registerWalletRoutes } from './wallet.route';

const keys = z.strictObject({
  /** Whose messages the wallet signs. */
  knownDomains: z.array(z.string().min(1)).min(1),
});
type WalletKeys = z.infer<typeof keys>;

/** A wallet app whose holder keeps the keys. No company stands behind it: the platform asks nothing of it, and it tells nothing by itself. */
export const selfCustodyStyle = {
  code: 'SELF_CUSTODY',
  // Keys stay with their holders.
  pauses: false,
  keys,
  registerRoutes(app, { provider, keys: { knownDomains } }, world) {
    const { state, clock } = world;
    const wallet = createWallet({ secret: state.tokenKey, provider: provider.code, knownDomains, clock });
    registerWalletRoutes(app, provider, wallet, world);
  },
  peoplePages: ({ provider: { code } }) => [{ kind: 'KEYS', path: `/providers/${code}/wallet` }],
  notices: ({ provider: { code } }) => ({
    toRequest: () => {
      throw new Error(`${code} is a wallet in somebody's hand: it tells the platform nothing`);
    },
    isTaken: () => false,
  }),
} as const satisfies SimulatedStyle<WalletKeys>;
