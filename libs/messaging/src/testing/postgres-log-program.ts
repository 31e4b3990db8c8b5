import { provisionServiceDatabase, startEmbeddedPostgres } from '@bindery/persistence';
import { provisionEventLog } from '../postgres/schema/provision-event-log';

// A PostgreSQL with an event log, in a process of its own: tests cannot load what starts a server. Tells its parent where it is; ends with it.

const { DIRECTORY = '', PORT = '' } = process.env;

/** Keeps what it says it keeps. Nothing is written by the way, and who waits for the disk waits for a while: a crash has much to forget. */
const settings = [
  'fsync=on',
  'synchronous_commit=on',
  'wal_writer_delay=10s',
  'wal_writer_flush_after=1GB',
  'commit_delay=50000',
  'commit_siblings=0',
];

async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({ directory: DIRECTORY, port: Number(PORT), password: 'test', settings });
  process.on('disconnect', () => void server.stop().then(() => process.exit(0)));
  const { ownerUrl, appUrl } = await provisionServiceDatabase({
    adminUrl: server.adminUrl,
    service: 'event_log',
    passwords: { owner: 'owner', app: 'app' },
  });
  await provisionEventLog(ownerUrl, [{ login: 'event_log_app', service: 'binding' }]);
  process.send?.({ adminUrl: server.adminUrl, ownerUrl, appUrl });
}

void main();
