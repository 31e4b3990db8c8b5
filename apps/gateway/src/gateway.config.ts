import { z } from 'zod';
import { json, serverConfig, type Config } from '@bindery/service-config';

export const subgraphNames = ['identity', 'binding', 'verification', 'notification'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** One URL, e.g. of a balancer, or one for each process. */
const urls = z.union([z.url().transform((url) => [url]), z.array(z.url()).min(1)]);

const subgraphUrls = z.object(Object.fromEntries(subgraphNames.map((name) => [name, urls])) as Record<SubgraphName, typeof urls>);

export const gatewayConfigShape = {
  ...serverConfig,
  SUPERGRAPH_PATH: z.string().default('apps/gateway/supergraph.graphql').describe('file of the composed graph'),
  SUBGRAPH_URLS: json(subgraphUrls).describe('JSON: subgraph name → its base URL, or a list of them, without /graphql'),
  ACCESS_TOKEN_JWKS_URL: z.url().describe("where identity publishes the keys of its access tokens"),
  GATEWAY_PRIVATE_KEY: z.string().describe('Ed25519 private JWK with a kid; signs each request to a subgraph'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(1500).describe('milliseconds a subgraph has for one answer'),
  TRUST_PROXY: z.string().optional().describe('addresses of proxies whose X-Forwarded-For is believed, separated by commas'),
};

export type GatewayConfig = Config<typeof gatewayConfigShape>;
