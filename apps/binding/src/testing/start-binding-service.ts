import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { addSubgraph } from '@bindery/subgraph';
import { migrateJobs } from '@bindery/jobs';
import { TestClock } from '@bindery/kernel';
import { createHttpHost, createLog, createMetrics, type Metrics, readConfig } from '@bindery/service';
import { migrate } from '@bindery/persistence';
import { createTestDatabase } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import {
  generateSigningKey,
  readSigningKey,
  signProof,
  toPublicKeySet,
  type GatewayClaims,
  type Proof,
} from '@bindery/trust';
import { migrations } from '../../migrations';
import { bindingConfigShape } from '../binding.config';
import { composeBinding } from '../composition-root';
import { createFakeConnector, type FakeConnector } from './fake-connector';
import { createInMemoryLog, type InMemoryLog } from './in-memory-log';
import { createJobDrain, type JobDrain } from './job-drain';

const providerCodes = ['seaside-bank', 'harbour-bank', 'cloudgate'] as const;
export type ProviderCode = (typeof providerCodes)[number];

type Composed = ReturnType<typeof composeBinding>;

export interface RunningBinding extends Pick<Composed, 'useCases' | 'handlers' | 'dataSource'> {
  readonly clock: TestClock;
  readonly providers: Readonly<Record<ProviderCode, FakeConnector>>;
  /** Other services' events come from here. */
  readonly eventLog: InMemoryLog;
  readonly jobs: JobDrain;
  readonly metrics: Metrics;
  /** Every line the service logged. */
  readonly lines: string[];
  readonly app: FastifyInstance;
  readonly secret: string;
  readonly parts: Composed['parts'];
  /** What the gateway would answer for this subgraph; `claims.viewer` is who is signed in. */
  ask(query: string, variables?: object, claims?: Partial<GatewayClaims>): Promise<Answer>;
  prove(proof: Proof): Promise<string>;
  stop(): Promise<void>;
}

/** An answer of the graph; tests say by `toMatchObject` what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape is what the tests are about
export type Answer = any;

/** The whole service on a real PostgreSQL with providers that do what a test says; jobs run when a test says so. */
export async function startBindingService(): Promise<RunningBinding> {
  const database = await createTestDatabase('binding', migrateUp);
  const [gateway, proofKey] = await Promise.all([createTestGateway(), generateSigningKey()]);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const endpoints = Object.fromEntries(providerCodes.map((code) => [code, { baseUrl: 'http://127.0.0.1:9', secret }]));
  const config = readConfig(bindingConfigShape, {
    PORT: '0',
    DATABASE_URL: database.appUrl,
    EVENT_LOG_URL: database.appUrl,
    GATEWAY_KEYS: gateway.keys,
    PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
    CARD_FINGERPRINT_KEYS: JSON.stringify({ k1: randomBytes(32).toString('base64') }),
    PROVIDERS: JSON.stringify(endpoints),
    PUBLIC_URL: 'http://127.0.0.1:9',
  });
  const clock = new TestClock(new Date());
  const lines: string[] = [];
  const log = createLog({
    service: 'binding',
    level: 'debug',
    format: 'json',
    destination: { write: (line: string) => void lines.push(line) },
  });
  const metrics = createMetrics('binding');
  const eventLog = createInMemoryLog();
  const providers = Object.fromEntries(
    providerCodes.map((code) => [code, createFakeConnector({ provider: code })]),
  ) as Record<ProviderCode, FakeConnector>;
  const connectors = {
    connectors: (code: string) => providers[code as ProviderCode].connector,
    close: async () => undefined,
  };
  const { subgraph, addProviderRoutes, connections, parts, ...composed } = composeBinding(config, {
    log,
    metrics,
    clock,
    transport: eventLog,
    connectors,
  });
  const host = createHttpHost({ host: '127.0.0.1', port: 0, log, metrics, isReady: async () => true });
  await connections.start();
  await addSubgraph(host.app, { name: 'binding', subgraph, gatewayKeys: gateway.keys, log });
  await addProviderRoutes(host.app);
  await parts.consumers.start();
  const signingKey = await readSigningKey(proofKey);

  return {
    ...composed,
    parts,
    clock,
    providers,
    eventLog,
    metrics,
    lines,
    secret,
    app: host.app,
    jobs: createJobDrain(composed.dataSource, composed.handlers, clock),
    prove: async (proof) => (await signProof(proof, clock.now(), signingKey)).token,
    async ask(query, variables = {}, claims = {}) {
      const request = await gateway.sign('binding', { query, variables }, claims);
      return (await host.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
    },
    async stop() {
      await parts.consumers.stop();
      await host.stop();
      await connections.stop();
      await database.drop();
    },
  };
}

async function migrateUp(ownerUrl: string): Promise<void> {
  await migrate('up', ownerUrl, migrations);
  await migrateJobs(ownerUrl, 'binding_app');
}
