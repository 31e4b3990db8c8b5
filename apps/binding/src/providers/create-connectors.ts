import type { Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { Connector, Connectors } from './connector';
import { createConnector, type ConnectorTimeouts } from './generic/create-connector';
import { cardKindOf } from './kinds';
import { createSignedClient, type Endpoint } from './signed/signed-client';

export interface ConnectorsOptions {
  readonly profiles: ReadonlyMap<string, { readonly code: string; readonly kind: string }>;
  /** By provider code. */
  readonly providers: Readonly<Record<string, Endpoint>>;
  /** Where this service is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: ConnectorTimeouts;
}

export interface ConnectorSet {
  readonly connectors: Connectors;
  /** Ends all connections, also those with a request under way. */
  close(): Promise<void>;
}

/** A connector for each provider of the catalogue. Throws when one has no address and secret, or a kind nobody speaks with. */
export function createConnectors({
  profiles,
  providers,
  publicUrl,
  clock,
  log,
  timeouts,
}: ConnectorsOptions): ConnectorSet {
  const made = [...profiles.values()].map(({ code, kind }) => {
    const endpoint = Object.hasOwn(providers, code) ? providers[code] : undefined;
    if (!endpoint) throw new Error(`provider ${code} of the catalogue has no address and secret in PROVIDERS`);
    const protocol = cardKindOf(kind).entry?.protocol;
    if (!protocol) throw new Error(`there is no connector for cards of the kind ${kind}, which provider ${code} has`);
    const client = createSignedClient(endpoint, clock);
    const callbackUrl = `${publicUrl}/provider-webhooks/${code}`;
    const connector = createConnector({ client, protocol, callbackUrl, log: log.child({ provider: code }), timeouts });
    return { code, client, connector };
  });
  const byCode = new Map<string, Connector>(made.map(({ code, connector }) => [code, connector]));

  return {
    connectors(provider) {
      const connector = byCode.get(provider);
      if (!connector) throw new Error(`there is no provider ${provider} in the catalogue`);
      return connector;
    },
    close: async () => void (await Promise.all(made.map(({ client }) => client.close()))),
  };
}
