import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedServer } from '@bindery/persistence';
import { freePort } from './free-port';

/** A PostgreSQL for one test run, in a folder of its own that goes with it. It may forget on power loss, never otherwise. */
export async function startTestPostgres(): Promise<EmbeddedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-test-'));
  // As root the server runs under another user, who must be able to reach its folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'test',
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  });
  return {
    adminUrl: server.adminUrl,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
