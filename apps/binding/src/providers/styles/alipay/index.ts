import type { ConnectorStyle } from '../../connector-style';
import { alipayAbilities } from './abilities.rules';
import { access, type AlipayAccess } from './access';
import { createAlipayInbound } from './alipay-inbound';
import { createAlipayConnector } from './create-alipay-connector';
import { createGateway } from './gateway';

/** Alipay's open platform: agreements of its users with a merchant. */
export const alipayStyle = {
  code: 'ALIPAY',
  abilities: alipayAbilities,
  access,
  connect({ code, kind, access: own, callbackUrl }, { clock, log, timeouts }) {
    if (kind !== 'WALLET') throw new Error(`Alipay has no cards of the kind ${kind}, which provider ${code} has`);
    const gateway = createGateway(own, clock);
    return {
      connector: createAlipayConnector({ gateway, access: own, notifyUrl: callbackUrl, clock, log, timeouts }),
      inbound: createAlipayInbound(own),
      close: () => gateway.close(),
    };
  },
} as const satisfies ConnectorStyle<AlipayAccess>;
