import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { addSubgraph } from '@bindery/subgraph';
import { newId, TestClock } from '@bindery/kernel';
import { createHttpHost, createLog, createMetrics, readConfig } from '@bindery/service';
import { migrate } from '@bindery/persistence';
import { createTestDatabase } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import {
  generateSigningKey,
  readSigningKey,
  signProof,
  toPublicKeySet,
  type GatewayClaims,
  type ProofAction,
} from '@bindery/trust';
import { migrations } from '../../migrations';
import { composeIdentity } from '../composition-root';
import { addJwksRoute } from '../http/jwks.route';
import { identityConfigShape } from '../identity.config';

export interface GraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: { extensions: Record<string, unknown> }[];
}

export type TestIdentity = Awaited<ReturnType<typeof startTestIdentity>>;

const randomKey = () => randomBytes(32).toString('base64');

/** All that the service wants in its environment, with fresh keys. */
export async function testEnvironment(
  databaseUrl: string,
  gatewayKeys: string,
  proofKey: string,
): Promise<Record<string, string>> {
  return {
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    EVENT_LOG_URL: databaseUrl,
    GATEWAY_KEYS: gatewayKeys,
    ACCESS_TOKEN_PRIVATE_KEY: await generateSigningKey(),
    PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
    CONTACT_KEYS: JSON.stringify({ first: randomKey() }),
    CONTACT_LOOKUP_KEY: randomKey(),
    PASSWORD_PEPPER: randomKey(),
    REFRESH_TOKEN_KEYS: JSON.stringify({ first: randomKey() }),
    PASSWORD_HASHES_WAITING: '200',
  };
}

/** The service in the test's process: real PostgreSQL as the app's user, signed requests, a clock to move, a cheap and counted hash. */
export async function startTestIdentity(overrides: Record<string, string> = {}) {
  const database = await createTestDatabase('identity', (ownerUrl) => migrate('up', ownerUrl, migrations));
  const gateway = await createTestGateway();
  const proofKey = await generateSigningKey();
  const config = readConfig(identityConfigShape, {
    ...(await testEnvironment(database.appUrl, gateway.keys, proofKey)),
    ...overrides,
  });
  const lines: string[] = [];
  const log = createLog({
    service: 'identity',
    level: 'trace',
    format: 'json',
    destination: { write: (line: string) => void lines.push(line) },
  });
  const metrics = createMetrics('identity');
  const clock = new TestClock(new Date());
  const counts = { hashes: 0, verifications: 0 };
  const hooks = { afterVerify: async (): Promise<void> => undefined };
  const argon2 = {
    hash: ((password, options) => (
      counts.hashes++,
      hash(password, { ...options, memoryCost: 64, timeCost: 1 })
    )) as typeof hash,
    verify: (async (...given) => {
      counts.verifications++;
      const fits = await verify(...given);
      await hooks.afterVerify();
      return fits;
    }) as typeof verify,
  };
  const identity = await composeIdentity(config, { log, metrics, clock, argon2 });
  const host = createHttpHost({ host: '127.0.0.1', port: 0, log, metrics, isReady: async () => true });
  await addSubgraph(host.app, { name: 'identity', subgraph: identity.subgraph, gatewayKeys: config.GATEWAY_KEYS, log });
  addJwksRoute(host.app, identity.publishedKeys);
  await identity.connections.start();

  return {
    clock,
    counts,
    host,
    identity,
    /** What else happens while a login is between its password and its session. */
    hooks,
    /** All that was logged so far. */
    logged: () => lines.join(''),
    async ask(query: string, variables: object = {}, claims: Partial<GatewayClaims> = {}): Promise<GraphAnswer> {
      const request = await gateway.sign('identity', { query, variables }, claims);
      return (await host.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
    },
    proofOf: async (action: ProofAction, phone: string, accountId?: string): Promise<string> => {
      const proof = { id: newId('proof'), action, subjectId: phone, accountId, factor: 'SMS_CODE' };
      return (await signProof(proof, clock.now(), await readSigningKey(proofKey))).token;
    },
    sql: <Row = Record<string, unknown>>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
      identity.dataSource.query(text, parameters),
    async stop() {
      await host.stop();
      await identity.connections.stop();
      await database.drop();
    },
  };
}
