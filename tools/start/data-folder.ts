import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedFolderAbove } from '@bindery/persistence';
import { StartError } from './start-error';

/** What a data folder of ours holds; `--reset` deletes these and nothing else. */
const ours = ['postgres', 'logs', 'simulator', 'kafka', 'secrets.json', 'demo-accounts.json', 'pids'];

/**
 * Makes the data folder ready and takes it for this process. Answers the function that gives it back.
 * Throws a StartError when it cannot be used: no folder, not writable, in use, or of another PostgreSQL.
 */
export function takeDataFolder(data: string, reset: boolean): () => void {
  makeFolder(data);
  const lock = join(data, 'running.pid');
  const holder = runningHolder(lock);
  if (holder) throw new StartError(`Bindery is running on ${data} already (process ${holder}).`, 'Stop it, or start another with: npm start -- --port 5000 --data another-folder');
  if (reset) for (const name of ours) rmSync(join(data, name), { recursive: true, force: true });
  checkCluster(join(data, 'postgres'));
  for (const name of ['logs', 'pids', 'simulator']) mkdirSync(join(data, name), { recursive: true });
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, '.writable'), '');
    rmSync(join(data, '.writable'));
  } catch (error) {
    throw new StartError(`The data folder ${data} cannot be used: ${(error as Error).message}.`, 'Choose another with: npm start -- --data another-folder');
  }
  if (process.getuid?.() !== 0) return;
  // As root the database runs under another user, who must be able to come this far.
  chmodSync(data, statSync(data).mode | 0o055);
  const closed = closedFolderAbove(data);
  if (closed) throw new StartError(`PostgreSQL does not run as root, and its user may not enter ${closed}.`, 'Choose another folder with: npm start -- --data /var/tmp/bindery');
}

function runningHolder(lock: string): number | undefined {
  if (!existsSync(lock)) return undefined;
  const pid = Number(readFileSync(lock, 'utf8'));
  try {
    process.kill(pid, 0);
    return pid === process.pid ? undefined : pid;
  } catch {
    return undefined;
  }
}

/** A cluster of another major version, or half of one, cannot be opened; better said before PostgreSQL says it. */
function checkCluster(directory: string): void {
  if (!existsSync(directory)) return;
  const versionFile = join(directory, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(directory, 'global', 'pg_control')))
    throw new StartError(`${directory} is no complete database: its first start was interrupted, or files are missing.`, 'Begin anew with: npm start -- --reset');
}
