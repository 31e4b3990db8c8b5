import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@bindery/persistence';
import { eventually, freePort } from '@bindery/testing';

const root = join(__dirname, '../../../..');

/** An event log on a PostgreSQL of its own, which may be killed. */
export interface OwnPostgresLog {
  readonly url: string;
  /**
   * Kills one of its processes by SIGKILL. The server then ends all others at once, forgets what it had not written to its disk, recovers and goes on.
   * Resolves when it takes connections again.
   */
  crash(): Promise<void>;
  /** The rows of a query, as the owner of the log. */
  query<Row>(sql: string): Promise<Row[]>;
  end(): Promise<void>;
}

interface Urls {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export async function startOwnPostgresLog(): Promise<OwnPostgresLog> {
  const directory = mkdtempSync(join(tmpdir(), 'bindery-log-'));
  // As root the server runs under another user, who must be able to reach its folder.
  chmodSync(directory, 0o755);
  const child = fork(join(__dirname, 'postgres-log-program.ts'), {
    cwd: root,
    execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
    env: { PATH: process.env.PATH, DIRECTORY: join(directory, 'postgres'), PORT: String(await freePort()) },
  });
  const exited = once(child, 'exit');
  const [{ adminUrl, ownerUrl, appUrl }] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('the event log did not start'))),
  ])) as [Urls];
  const query = <Row>(sql: string) => withClient(ownerUrl, async (client) => (await client.query(sql)).rows as Row[]);

  return {
    url: appUrl,
    query,
    async crash() {
      const [victim] = await withClient(
        adminUrl,
        async (client) =>
          (
            await client.query<{ pid: number }>('select pid from pg_stat_activity where backend_type = $1', [
              'walwriter',
            ])
          ).rows,
      );
      process.kill(victim?.pid ?? NaN, 'SIGKILL');
      // Gone first, then back.
      await eventually(() =>
        query('select 1').then(
          () => Promise.reject(new Error('still there')),
          () => undefined,
        ),
      );
      await eventually(() => query('select 1'), { withinMs: 20_000 });
    },
    async end() {
      child.disconnect();
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
