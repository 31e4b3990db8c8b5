import { z } from 'zod';
import { cardKindOf } from '../../kinds';
import { createSignedClient } from '../../signed/signed-client';
import type { ConnectorStyle } from '../../connector-style';
import { createConnector } from '../generic/create-connector';
import { accessControlAbilities } from './abilities.rules';
import { createCloudEventsInbound } from './cloud-events-inbound';
import { createReadPropagation } from './read-propagation';
import { createReadReaders } from './read-readers';

const access = z.strictObject({
  /** `https://access.example.com/providers/cloudgate`, without a slash at the end. */
  baseUrl: z.url(),
  /** Standard Webhooks secret, signs both ways. */
  secret: z.string().startsWith('whsec_'),
});
export type AccessControlAccess = z.infer<typeof access>;

/** Access-control systems: members of sites, invitations answered by a code, readers that are told, and callbacks as CloudEvents. */
export const accessControlStyle = {
  code: 'ACCESS_CONTROL',
  abilities: accessControlAbilities,
  access,
  connect({ code, kind, access: endpoint, callbackUrl }, { clock, log, timeouts }) {
    const protocol = cardKindOf(kind).entry?.protocol;
    if (!protocol) throw new Error(`there is no connector for cards of the kind ${kind}, which provider ${code} has`);
    const client = createSignedClient(endpoint, clock);
    return {
      connector: {
        ...createConnector({ client, protocol, callbackUrl, log, timeouts }),
        propagation: createReadPropagation(client, timeouts.jobMs),
        readers: createReadReaders(client, timeouts.interactiveMs),
      },
      inbound: createCloudEventsInbound(endpoint.secret),
      close: () => client.close(),
    };
  },
} as const satisfies ConnectorStyle<AccessControlAccess>;
