import { z } from 'zod';
import { json, serverConfig, type Config } from '@bindery/service-config';

export const subgraphNames = ['identity', 'binding', 'verification', 'notification'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

const subgraphUrls = z.object(Object.fromEntries(subgraphNames.map((name) => [name, z.url()])) as Record<SubgraphName, z.ZodURL>);

export const gatewayConfigShape = {
  ...serverConfig,
  SUPERGRAPH_PATH: z.string().default('apps/gateway/supergraph.graphql').describe('file of the composed graph'),
  SUBGRAPH_URLS: json(subgraphUrls).describe('JSON: subgraph name → its base URL, without /graphql'),
  ACCESS_TOKEN_JWKS_URL: z.url().describe("where identity publishes the keys of its access tokens"),
  GATEWAY_PRIVATE_KEY: z.string().describe('Ed25519 private JWK with a kid; signs each request to a subgraph'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(1500).describe('milliseconds a subgraph has for one answer'),
  TRUST_PROXY: z.string().optional().describe('addresses of proxies whose X-Forwarded-For is believed, separated by commas'),
};

export type GatewayConfig = Config<typeof gatewayConfigShape>;
