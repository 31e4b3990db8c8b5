import { randomUUID } from 'node:crypto';
import { isLocale, type Locale } from '@bindery/localisation';
import type { TokenViewer, GatewayClaims } from '@bindery/trust';
import type { ClientVersion } from '../clients/client-version';

/** What the gateway knows of one client request; the data source signs it to each subgraph. */
export interface GatewayContext {
  readonly claims: GatewayClaims;
}

export interface RequestFacts {
  readonly viewer: TokenViewer | undefined;
  readonly client: ClientVersion;
  readonly address: string;
  /** The language of this request, when it names one of ours. */
  readonly wanted: Locale | undefined;
  readonly otherwise: Locale;
}

/** What is said of a request to the subgraphs: who asks, from where, with which app, in which language. */
export function toGatewayContext({ viewer, client, address, wanted, otherwise }: RequestFacts): GatewayContext {
  const accountLocale = viewer?.locale && isLocale(viewer.locale) ? viewer.locale : undefined;
  return {
    claims: {
      requestId: randomUUID(),
      locale: wanted ?? accountLocale ?? otherwise,
      clientAddress: address,
      clientApp: client.app,
      clientVersion: client.version,
      viewer: viewer && {
        accountId: viewer.accountId,
        sessionId: viewer.sessionId,
        deviceId: viewer.deviceId,
        assuranceLevel: viewer.assuranceLevel,
        ...(viewer.staffRoles ? { staffRoles: viewer.staffRoles } : {}),
      },
    },
  };
}
