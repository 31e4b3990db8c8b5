import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, toConnection, type EmbeddedServer } from '@bindery/persistence';
import { passwordOf, superuser, urlFor } from '../data/passwords';
import { settlePasswords } from '../data/rotate';

// PostgreSQL in a process of its own: it stays while services drain, and stops cleanly even when its parent is killed.
let server: EmbeddedServer | undefined;
let stopping = false;

function stop(): void {
  stopping = true;
  if (server) void server.stop().then(() => process.exit(0));
  // Nothing of a cluster in the making is worth a clean stop; initdb is in this process's group and goes with it.
  else process.kill(-process.pid, 'SIGKILL');
}

/** The server has no other way to say that it has died: a connection that is never used ends with it. */
async function watch(url: string): Promise<void> {
  const client = new Client(toConnection(url));
  client.on('error', () => undefined);
  client.on('end', () => {
    if (stopping) return;
    console.error('PostgreSQL did not stay: its server has ended');
    process.exit(1);
  });
  await client.connect();
}

async function main(): Promise<void> {
  // Root's server runs under another user, who reads the binaries that may have to be copied for it; what the server makes it closes itself.
  if (process.getuid?.() === 0) process.umask(0o022);
  const { DATA = '', PORT = '' } = process.env;
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  server = await startEmbeddedPostgres({
    directory: join(DATA, 'postgres'),
    port: Number(PORT),
    password: passwordOf(DATA, superuser),
    onLog: (line) => process.stdout.write(line),
  });
  const adminUrl = urlFor(DATA, Number(PORT), 'postgres', superuser);
  await settlePasswords(DATA, adminUrl);
  await watch(adminUrl);
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  console.error(`PostgreSQL did not start: ${error instanceof Error ? error.message : 'see the lines above'}`);
  process.exit(1);
});
