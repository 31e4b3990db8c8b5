import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { DataSource } from 'typeorm';
import { newId, TestClock } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { makeAppleWalletKeys } from '@bindery/simulated-world';
import { createTestDatabase } from '@bindery/testing';
import { migrations } from '../../../../../migrations';
import type { Connector, ProviderMessage } from '../../../connector';
import type { StyleWork } from '../../../connector-style';
import { addStyleRoutes } from '../../../style-routes.route';
import { appleWalletStyle, passClasses } from '..';
import { passAccess } from '../access';
import { toPassToken } from '../passes/pass-token.rules';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly json: unknown;
}

export interface RunningPasses {
  readonly connector: Connector;
  readonly clock: TestClock;
  readonly dataSource: DataSource;
  readonly passType: string;
  /** Lines of the log, as they were given. */
  readonly logged: string[];
  readonly refused: string[];
  ask(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Issues a pass and answers what a phone reads of it, and its operation. */
  issue(holderName?: string): Promise<{ operationId: ReturnType<typeof newId<'operation'>>; link: string }>;
  /** Does what was put off, the oldest first; answers what the platform was told. Nothing is pushed where there is no APNs. */
  drain(): Promise<readonly ProviderMessage[]>;
  stop(): Promise<void>;
}

/** The style on a real PostgreSQL with its routes on a port, beside an address for APNs; jobs run when a test says so. */
export async function startPasses(apnsUrl?: string): Promise<RunningPasses> {
  const database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  const dataSource = await createDataSource({ url: database.appUrl, entities: passClasses.entities }).initialize();
  const keys = await makeAppleWalletKeys();
  const clock = new TestClock(new Date('2026-12-01T08:00:00Z'));
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const waiting: StyleWork[] = [];
  const logged: string[] = [];
  const refused: string[] = [];
  const app = Fastify();
  // Links and passes have an address in them before there is one that listens.
  const publicUrl = 'http://passes.test';
  const connection = appleWalletStyle.connect(
    {
      code: 'apple-wallet',
      kind: 'PASS',
      access: passAccess.parse({ baseUrl: apnsUrl ?? 'http://127.0.0.1:9', ...keys.platform }),
      callbackUrl: '',
      publicUrl,
      activationDeadlineDays: () => 7,
    },
    {
      clock,
      log: { ...log, warn: (fields: { detail?: string }) => void logged.push(fields.detail ?? '') } as never,
      timeouts: { interactiveMs: 1_000, jobMs: 1_000 },
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
      security: { record: (_action, facts) => void refused.push(facts?.errorCode ?? '') },
      later: async (_tx, work) => void waiting.push(work),
    },
  );
  await addStyleRoutes(app, connection.routes ?? [], log);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    connector: connection.connector,
    clock,
    dataSource,
    passType: keys.platform.passTypeIdentifier,
    logged,
    refused,
    async ask(method, path, { token, body, headers = {} } = {}) {
      const answer = await fetch(
        path.startsWith('http') ? path.replace(publicUrl, url) : `${url}/passes/apple-wallet${path}`,
        {
          method,
          redirect: 'manual',
          headers: {
            ...(token !== undefined && { authorization: `ApplePass ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
        },
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
      return {
        status: answer.status,
        headers: answer.headers,
        bytes,
        json: isJson ? JSON.parse(bytes.toString()) : undefined,
      };
    },
    async issue(holderName = 'Li Mei') {
      const operationId = newId('operation');
      const token = toPassToken({ holderName, number: '12345678' });
      const sent = await connection.connector.send({ operationId, kind: 'BIND', token });
      const step = sent.status === 'PENDING' ? sent.activation?.steps[0] : undefined;
      return { operationId, link: step?.kind === 'OPEN_LINK' ? step.url : '' };
    },
    async drain() {
      const told: ProviderMessage[] = [];
      for (let work = waiting.shift(); work; work = waiting.shift())
        if (apnsUrl !== undefined || work.is !== 'PUSH')
          await connection.work?.(work, async (message) => void told.push(message));
      return told;
    },
    async stop() {
      await app.close();
      await connection.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
