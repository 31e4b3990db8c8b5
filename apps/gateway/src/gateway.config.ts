import { z } from 'zod';
import {
  atMost,
  believesFew,
  ConfigError,
  eventLogConfig,
  inProduction,
  json,
  limit,
  overHttps,
  readTlsFiles,
  sandboxConfig,
  strongSecret,
  serverConfig,
  subgraphTimeoutMs,
  type Config,
  type Tls,
} from '@bindery/service';
import { services } from '../../../services.json';

export type SubgraphName = keyof typeof services;
export const subgraphNames = Object.keys(services) as SubgraphName[];

/** One URL, e.g. of a balancer, or one for each process. */
const urls = z.union([z.url().transform((url) => [url]), z.array(z.url()).min(1)]);

const base64ById = z.record(z.string(), z.string());

const subgraphUrls = z.object(
  Object.fromEntries(subgraphNames.map((name) => [name, urls])) as Record<SubgraphName, typeof urls>,
);

const subgraphKeys = z.object(
  Object.fromEntries(subgraphNames.map((name) => [name, base64ById])) as Record<SubgraphName, typeof base64ById>,
);

const pem = z.string().startsWith('-----BEGIN ');

export const gatewayConfigShape = {
  ...serverConfig,
  TLS_CERT: pem
    .optional()
    .describe('PEM of the certificate and its chain; with TLS_KEY clients are served over TLS, by HTTP/2 or HTTP/1.1'),
  TLS_KEY: pem.optional().describe('PEM of its private key; or both as files, TLS_CERT_FILE and TLS_KEY_FILE'),
  SUPERGRAPH_PATH: z
    .string()
    .default('apps/gateway/supergraph.graphql')
    .describe('file of the composed graph; a new one is taken over while the gateway runs'),
  SUPERGRAPH_POLL_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(5000)
    .describe('milliseconds between looks at that file where its folder tells of no change'),
  SUBGRAPH_URLS: inProduction(
    json(subgraphUrls).describe('JSON: subgraph name → its base URL, or a list of them, without /graphql'),
    overHttps,
  ),
  ACCESS_TOKEN_JWKS_URL: inProduction(
    z.url().describe('where identity publishes the keys of its access tokens'),
    overHttps,
  ),
  SUBGRAPH_KEYS: inProduction(
    json(subgraphKeys).describe(
      'JSON: subgraph name → its GATEWAY_KEYS; the first key of each signs the requests to it',
    ),
    strongSecret,
  ),
  SUBGRAPH_TIMEOUT_MS: inProduction(
    z.coerce
      .number()
      .int()
      .positive()
      .default(subgraphTimeoutMs)
      .describe(
        'milliseconds a subgraph has for one answer, waiting for a place and connecting included; subgraphs wait for others less than the default',
      ),
    atMost(60_000),
  ),
  CLIENT_APPS_PATH: z
    .string()
    .default('apps/gateway/src/door/clients/client-apps.data.json')
    .describe('file of minimum client versions and maintenance windows; followed while running'),
  DOCUMENTS_PATH: z
    .string()
    .default('apps/gateway/documents')
    .describe('folder of registered documents: <app>/<version>.json, manifests as Apollo writes them'),
  REQUESTS_PER_ADDRESS: inProduction(
    z.coerce
      .number()
      .positive()
      .default(200)
      .describe(
        'requests a second, averaged over ten, of people not signed in at one address; four times as many may arrive',
      ),
    atMost(2_000),
  ),
  REQUESTS_PER_ACCOUNT: inProduction(
    z.coerce.number().positive().default(20).describe('requests a second, averaged over ten, of one account'),
    atMost(200),
  ),
  OPERATION_SLOTS: limit({
    usual: 48,
    most: 480,
    says: 'operations worked on at once; others wait a second, then are told to come back',
  }),
  RESERVED_SLOTS: limit({
    usual: 16,
    most: 160,
    says: 'the same besides for unbinding, suspending and what they need',
  }),
  SIGN_INS_PER_ADDRESS: inProduction(
    z.coerce
      .number()
      .positive()
      .default(2)
      .describe(
        'logins, registrations and new passwords a second, averaged over ten, from one address; as many codes besides. Many people may share one',
      ),
    atMost(20),
  ),
  PASSWORD_SLOTS: limit({
    usual: 1,
    most: 64,
    says: 'operations worked on at once that hash a password: each takes a core of identity for some 60 ms; more only where identity has cores of its own',
  }),
  CODE_SLOTS: limit({ usual: 4, most: 40, says: 'the same for codes of people who are not signed in' }),
  ...eventLogConfig,
  ...sandboxConfig,
  EVENT_STREAMS_MAX: limit({
    usual: 5_000,
    most: 50_000,
    says: 'event streams this process holds at most; each takes about 70 KB',
  }),
  EVENT_STREAMS_PER_ACCOUNT: limit({
    usual: 10,
    most: 100,
    says: 'event streams of one account at most; each session has one',
  }),
  EVENT_STREAMS_PER_ADDRESS: limit({
    usual: 200,
    most: 2_000,
    says: 'event streams from one address at most; many people may share one',
  }),
  EVENT_CHANGES_KEPT: z.coerce
    .number()
    .int()
    .positive()
    .default(20_000)
    .describe('changes kept in memory for streams that come back; each takes about half a kilobyte'),
  TRUST_PROXY: inProduction(
    z.string().optional().describe('addresses of proxies whose X-Forwarded-For is believed, separated by commas'),
    believesFew,
  ),
};

export type GatewayConfig = Config<typeof gatewayConfigShape>;

/** The certificate with its key, or undefined where TLS ends before the gateway. Throws when there is one without the other. */
export function readTls(
  config: Pick<GatewayConfig, 'TLS_CERT' | 'TLS_KEY' | 'TLS_CERT_FILE' | 'TLS_KEY_FILE'>,
): Tls | undefined {
  const { TLS_CERT: cert, TLS_KEY: key } = config;
  if (!cert && !key) return readTlsFiles(config);
  if (!cert || !key) throw new ConfigError('TLS_CERT and TLS_KEY are needed both, or neither.');
  return { cert, key };
}
