import { refuseOtherHosts } from '../../http/known-hosts';
import { refuseOtherSites } from '../../http/other-sites';
import type { SimulatedStyle } from '../style';
import { registerApnsRoute } from './apns.route';
import { walletKeys, type WalletKeys } from './keys';
import { registerWalletPage } from './page/wallet-page.route';
import { registerPhoneRoutes } from './phones/phones.route';
import { createWallets } from './phones/wallet';
import { webServiceClient } from './phones/web-service-client';

/**
 * Apple’s side: phones with wallets, and the push service that reaches them. The platform issues the passes itself, so that nobody is asked for an
 * operation here, and nothing is told by a webhook: phones speak to the platform’s own web service.
 */
export const appleWalletStyle = {
  code: 'APPLE_WALLET',
  // The platform issues passes itself.
  pauses: false,
  keys: walletKeys,
  registerRoutes(app, { provider: { code: provider }, keys }, world) {
    const { state, clock, faults, holds, peopleHosts } = world;
    const wallets = createWallets({ state, keys, clock, client: webServiceClient });
    registerApnsRoute(app, { provider, keys, state, wallets, faults, holds, clock });
    app.register(async (people) => {
      people.addHook('onRequest', refuseOtherHosts(peopleHosts));
      people.addHook('onRequest', refuseOtherSites);
      registerPhoneRoutes(people, wallets);
      registerWalletPage(people, { wallets, state, path: `/providers/${provider}/wallet` });
    });
  },
  peoplePages: ({ provider: { code } }, { state }) => {
    const passes = state.phones.all().reduce((sum, phone) => sum + phone.passes.length, 0);
    return [{ kind: 'PHONES', path: `/providers/${code}/wallet`, passes }];
  },
  notices: () => ({ toRequest: () => undefined, isTaken: () => true }),
} as const satisfies SimulatedStyle<WalletKeys>;
