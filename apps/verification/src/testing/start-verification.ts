import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { addSubgraph } from '@bindery/subgraph';
import { migrateJobs } from '@bindery/jobs';
import { TestClock } from '@bindery/kernel';
import { createHttpHost, createLog, createMetrics, type Metrics, readConfig } from '@bindery/service';
import { migrate } from '@bindery/persistence';
import { createTestDatabase } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import {
  generateSigningKey,
  readContactKeys,
  readKeySet,
  sealContact,
  toPublicKeySet,
  type GatewayClaims,
  type KeySet,
} from '@bindery/trust';
import { migrations } from '../../migrations';
import { composeVerification } from '../composition-root';
import { verificationConfigShape } from '../verification.config';
import { createInMemoryLog, type InMemoryLog } from './in-memory-log';
import { startSmsCarrierServer, type SmsCarrierServer } from './sms-carrier-server';

export interface RunningVerification {
  readonly clock: TestClock;
  readonly carrier: SmsCarrierServer;
  /** Other services' events come from here. */
  readonly eventLog: InMemoryLog;
  readonly dataSource: DataSource;
  readonly proofKeys: KeySet;
  readonly metrics: Metrics;
  /** Every line the service logged. */
  readonly lines: string[];
  /** What the gateway would answer for this subgraph; `claims.viewer` is who is signed in. */
  ask(
    query: string,
    variables?: object,
    claims?: Partial<GatewayClaims>,
  ): Promise<{ data: Record<string, never>; errors?: { extensions: { code: string } }[] }>;
  seal(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** The whole service on a real PostgreSQL, with its jobs running and a real HTTP carrier; only the clock is ours. */
export async function startVerification({
  env = {},
  withJobs = true,
}: { env?: Record<string, string>; withJobs?: boolean } = {}): Promise<RunningVerification> {
  const database = await createTestDatabase('verification', migrateUp);
  const [carrier, gateway, proofKey] = await Promise.all([
    startSmsCarrierServer(),
    createTestGateway(),
    generateSigningKey(),
  ]);
  const contactKeys = JSON.stringify({ c1: randomBytes(32).toString('base64') });
  const config = readConfig(verificationConfigShape, {
    PORT: '0',
    DATABASE_URL: database.appUrl,
    EVENT_LOG_URL: database.appUrl,
    GATEWAY_KEYS: gateway.keys,
    PROOF_PRIVATE_KEY: proofKey,
    CONTACT_KEYS: contactKeys,
    CODE_KEY: randomBytes(32).toString('base64'),
    SMS_CARRIER_URL: carrier.url,
    SMS_CARRIER_KEY: carrier.key,
    ...env,
  });
  const clock = new TestClock(new Date());
  const lines: string[] = [];
  const log = createLog({
    service: 'verification',
    level: 'debug',
    format: 'json',
    destination: { write: (line: string) => void lines.push(line) },
  });
  const metrics = createMetrics('verification');
  const eventLog = createInMemoryLog();
  const { dataSource, subgraph, connections, parts } = await composeVerification(config, {
    log,
    metrics,
    clock,
    transport: eventLog,
  });
  const host = createHttpHost({ host: '127.0.0.1', port: 0, log, metrics, isReady: async () => true });
  await addSubgraph(host.app, { name: 'verification', subgraph, gatewayKeys: gateway.keys, log });
  await connections.start();
  await parts.consumers.start();
  if (withJobs) await parts.jobs.start();

  return {
    clock,
    carrier,
    eventLog,
    dataSource,
    metrics,
    lines,
    proofKeys: readKeySet(toPublicKeySet(proofKey)),
    seal: (address) => sealContact(address, readContactKeys(contactKeys)),
    async ask(query, variables = {}, claims = {}) {
      const request = await gateway.sign('verification', { query, variables }, claims);
      return (await host.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
    },
    async stop() {
      if (withJobs) await parts.jobs.stop();
      await parts.consumers.stop();
      await host.stop();
      await connections.stop();
      await carrier.stop();
      await database.drop();
    },
  };
}

async function migrateUp(ownerUrl: string): Promise<void> {
  await migrate('up', ownerUrl, migrations);
  await migrateJobs(ownerUrl, 'verification_app');
}
