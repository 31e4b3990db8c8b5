import { z } from 'zod';
import { cardKindOf } from '../../kinds';
import { createSignedClient } from '../../signed/signed-client';
import type { ConnectorStyle } from '../../connector-style';
import { genericAbilities } from './abilities.rules';
import { createConnector } from './create-connector';
import { createLending } from './lending';
import { createGenericInbound } from './generic-inbound';

const access = z.strictObject({
  /** `https://api.example.com/providers/seaside-bank`, without a slash at the end. */
  baseUrl: z.url(),
  /** Standard Webhooks secret, signs both ways. */
  secret: z.string().startsWith('whsec_'),
});
export type GenericAccess = z.infer<typeof access>;

/** JSON over HTTP, signed both ways by Standard Webhooks: for providers without an interface of their own, by configuration only. */
export const genericStyle = {
  code: 'GENERIC',
  abilities: genericAbilities,
  access,
  connect({ code, kind, access: endpoint, callbackUrl }, { clock, log, timeouts }) {
    const protocol = cardKindOf(kind).entry?.protocol;
    if (!protocol) throw new Error(`there is no connector for cards of the kind ${kind}, which provider ${code} has`);
    const client = createSignedClient(endpoint, clock);
    return {
      connector: {
        ...createConnector({ client, protocol, callbackUrl, log, timeouts }),
        ...(protocol.lends && { lending: createLending(client, timeouts) }),
      },
      inbound: createGenericInbound(endpoint.secret),
      close: () => client.close(),
    };
  },
} as const satisfies ConnectorStyle<GenericAccess>;
