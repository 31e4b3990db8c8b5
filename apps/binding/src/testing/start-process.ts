import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createEvent, topicOf, toWireEvent, type DataOf, type BinderyEvent } from '@bindery/event-contracts';
import { migrateJobs } from '@bindery/jobs';
import { newId, type Id } from '@bindery/kernel';
import { createEventLog, provisionEventLog } from '@bindery/messaging';
import { createDataSource, migrate } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { createTestDatabase, eventually, freePort, startProgram } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import { generateSigningKey, readSigningKey, signProof, toPublicKeySet, type GatewayClaims } from '@bindery/trust';
import { migrations } from '../../migrations';
import { operationJobs } from '../operations';
import type { ObligationActKind } from '../providers';
import { startSimulator, type RunningSimulator } from './start-simulator';
import type { Answer } from './start-binding-service';

export interface BindingProcess {
  readonly simulator: RunningSimulator;
  readonly url: string;
  ask(query: string, variables: object, claims: Partial<GatewayClaims>): Promise<Answer>;
  prove(
    action: 'BIND' | 'UNBIND' | 'RESTORE' | 'OPEN_LOAN' | 'MOVE' | ObligationActKind,
    accountId: Id<'account'>,
    subjectId: string,
    planDigest?: string,
    factor?: string,
  ): Promise<string>;
  /** Verification tells what reviewers decided. */
  tellDecision(decided: DataOf<'bindery.review.decided.v1'>): Promise<void>;
  /** Identity tells of a device, as the nth event of its account. */
  tellDevice(registered: DataOf<'bindery.account.device-registered.v1'>, sequence: number): Promise<void>;
  /** The time of a binding to be compared with its provider has come. */
  compare(bindingId: Id<'binding'>): Promise<void>;
  start(): Promise<void>;
  /** Ends the process by a signal and answers its exit code; null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  stop(): Promise<void>;
}

/** The service as it is started in production, with all its roles, beside the real simulator. */
export async function createBindingProcess(): Promise<BindingProcess> {
  const database = await createTestDatabase('binding', async () => undefined);
  // Nothing is in these: their users speak for the two in the event log.
  const verification = await createTestDatabase('verification', async () => undefined);
  const identity = await createTestDatabase('identity', async () => undefined);
  const login = new URL(database.appUrl).username;
  await migrate('up', database.ownerUrl, migrations);
  await migrateJobs(database.ownerUrl, login);
  await provisionEventLog(database.ownerUrl, [
    { login, service: 'binding' },
    { login: new URL(verification.appUrl).username, service: 'verification' },
    { login: new URL(identity.appUrl).username, service: 'identity' },
  ]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [simulator, gateway, proofKey] = await Promise.all([
    startSimulator(url),
    createTestGateway(),
    generateSigningKey(),
  ]);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    LOG_LEVEL: 'fatal',
    PORT: String(port),
    OPS_PORT: String(await freePort()),
    DATABASE_URL: database.appUrl,
    EVENT_LOG_URL: database.appUrl,
    GATEWAY_KEYS: gateway.keys,
    PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
    PROVIDERS: JSON.stringify(simulator.providers),
    READER_KEYS: JSON.stringify(simulator.readerKeys),
    READER_ANSWER_PRIVATE_KEY: await generateSigningKey(),
    EXPORT_LINK_KEYS: JSON.stringify({ e1: randomBytes(32).toString('base64') }),
    PUBLIC_URL: url,
    CARD_FINGERPRINT_KEYS: JSON.stringify({ k1: randomBytes(32).toString('base64') }),
  };
  let child: ChildProcess | undefined;

  async function tell(
    service: 'verification' | 'identity',
    appUrl: string,
    key: string,
    event: BinderyEvent,
  ): Promise<void> {
    const eventLogUrl = Object.assign(new URL(appUrl), { pathname: new URL(database.appUrl).pathname }).href;
    const log = createLog({ service, level: 'silent', format: 'json' });
    const eventLog = createEventLog({ eventLogUrl }, { service, log });
    try {
      await eventLog.publish([{ topic: topicOf(service), key, ...toWireEvent(event) }]);
    } finally {
      await eventLog.close();
    }
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.ref();
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    child = undefined;
    return code;
  }

  return {
    simulator,
    url,
    end,
    async start() {
      const started = startProgram('apps/binding/src/main.ts', env);
      child = started;
      await eventually(
        async () => {
          if (started.exitCode !== null) throw new Error(`the service ended with ${started.exitCode}`);
          expect((await fetch(`http://127.0.0.1:${env.OPS_PORT}/health/ready`)).status).toBe(200);
        },
        { withinMs: 50_000, everyMs: 100 },
      );
    },
    async ask(query, variables, claims) {
      const { headers, payload } = await gateway.sign('binding', { query, variables }, claims);
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: payload })).json();
    },
    async prove(action, accountId, subjectId, planDigest, factor = 'SMS_CODE') {
      const proof = { id: newId('proof'), accountId, action, subjectId, planDigest, factor };
      return (await signProof(proof, new Date(), await readSigningKey(proofKey))).token;
    },
    tellDecision: (data) =>
      tell(
        'verification',
        verification.appUrl,
        data.reviewId,
        createEvent(
          { type: 'bindery.review.decided.v1', key: data.reviewId, sequence: 1, data },
          { service: 'verification', now: new Date() },
        ),
      ),
    tellDevice: (data, sequence) =>
      tell(
        'identity',
        identity.appUrl,
        data.accountId,
        createEvent(
          { type: 'bindery.account.device-registered.v1', key: data.accountId, sequence, data },
          { service: 'identity', now: new Date() },
        ),
      ),
    async compare(bindingId) {
      const dataSource = await createDataSource({ url: database.appUrl, entities: [] }).initialize();
      await operationJobs.enqueue(dataSource.manager, 'compare-with-provider', { bindingId });
      await dataSource.destroy();
    },
    async stop() {
      await end('SIGTERM');
      await simulator.stop();
      await database.drop();
      await verification.drop();
      await identity.drop();
    },
  };
}
