import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateJobs } from '@bindery/jobs';
import { messagingTablesUp, provisionEventLog } from '@bindery/messaging';
import {
  provisionServiceDatabase,
  startEmbeddedPostgres,
  withClient,
  type ServiceDatabase,
} from '@bindery/persistence';
import { freePort } from '@bindery/testing';

/** A PostgreSQL that keeps what it acknowledged, with one service's database and an event log. */
export interface MessagingWorld {
  readonly service: ServiceDatabase;
  readonly eventLogUrl: string;
  stop(): Promise<void>;
}

/** As in production: fsync and synchronous commits, unlike in tests. */
export async function startMessagingWorld(): Promise<MessagingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    settings: ['shared_buffers=256MB', 'max_wal_size=4GB'],
  });
  const { adminUrl } = server;
  const passwords = { owner: 'owner', app: 'app' };
  const service = await provisionServiceDatabase({ adminUrl, service: 'binding', passwords });
  await migrateJobs(service.ownerUrl, 'binding_app');
  await withClient(service.ownerUrl, async (owner) => {
    for (const sql of messagingTablesUp) await owner.query(sql);
    await owner.query('create table effects (key text not null, at timestamptz not null default clock_timestamp())');
  });
  const log = await provisionServiceDatabase({ adminUrl, service: 'event_log', passwords });
  await provisionEventLog(log.ownerUrl, [{ login: 'event_log_app', service: 'binding' }]);
  return {
    service,
    eventLogUrl: log.appUrl,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
