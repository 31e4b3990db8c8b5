import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { migrateJobs } from '@bindery/jobs';
import { newId, type Id } from '@bindery/kernel';
import { provisionEventLog } from '@bindery/messaging';
import { migrate } from '@bindery/persistence';
import { createTestDatabase, eventually, freePort } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import { generateSigningKey, readSigningKey, signProof, toPublicKeySet, type GatewayClaims } from '@bindery/trust';
import { migrations } from '../../migrations';
import { startSimulator, type RunningSimulator } from './start-simulator';
import type { Answer } from './start-binding-service';

const root = join(__dirname, '../../../..');

export interface BindingProcess {
  readonly simulator: RunningSimulator;
  readonly url: string;
  ask(query: string, variables: object, claims: Partial<GatewayClaims>): Promise<Answer>;
  prove(action: 'BIND' | 'UNBIND', accountId: Id<'account'>, subjectId: string, planDigest?: string): Promise<string>;
  start(): Promise<void>;
  /** Ends the process by a signal and answers its exit code; null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  stop(): Promise<void>;
}

/** The service as it is started in production, with all its roles, beside the real simulator. */
export async function createBindingProcess(): Promise<BindingProcess> {
  const database = await createTestDatabase('binding', async () => undefined);
  const login = new URL(database.appUrl).username;
  await migrate('up', database.ownerUrl, migrations);
  await migrateJobs(database.ownerUrl, login);
  await provisionEventLog(database.ownerUrl, [{ login, service: 'binding' }]);
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
    PUBLIC_URL: url,
    CARD_FINGERPRINT_KEYS: JSON.stringify({ k1: randomBytes(32).toString('base64') }),
  };
  let child: ChildProcess | undefined;

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
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
      child = spawn(process.execPath, ['-r', './tools/runtime/register.cjs', 'apps/binding/src/main.ts'], {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await eventually(
        async () => expect((await fetch(`http://127.0.0.1:${env.OPS_PORT}/health/ready`)).status).toBe(200),
        {
          withinMs: 25_000,
          everyMs: 100,
        },
      );
    },
    async ask(query, variables, claims) {
      const { headers, payload } = await gateway.sign('binding', { query, variables }, claims);
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: payload })).json();
    },
    async prove(action, accountId, subjectId, planDigest) {
      const proof = { id: newId('proof'), accountId, action, subjectId, planDigest, factor: 'SMS_CODE' };
      return (await signProof(proof, new Date(), await readSigningKey(proofKey))).token;
    },
    async stop() {
      await end('SIGTERM');
      await simulator.stop();
      await database.drop();
    },
  };
}
