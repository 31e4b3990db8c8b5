import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { closedFolderAbove } from '@bindery/persistence';
import { recordStaffAct } from '../staff-acts';
import type { StartOptions } from '../start-options';
import { checkCluster, endLeftServer } from './cluster';
import { takeLock, type FolderLock } from './folder-lock';
import { closeToOthers, openToPassThrough } from './private-files';
import { forgetRunning } from './running';
import { StartError } from '../start-error';

/** Says that the folder is ours; without it a folder that holds other things is not touched. */
const mark = '.bindery-data';

/** What a data folder of ours holds; `--reset` deletes these and nothing else. */
const ours = [
  'postgres',
  'postgres.unfinished',
  'logs',
  'logs.previous',
  'simulator',
  'kafka',
  'secrets.json',
  'passwords',
  'demo-accounts.json',
  'event-log.json',
  'pids',
  'running.pid',
  'running.json',
];

const chooseAnother = 'Choose another with: npm start -- --data another-folder';

/**
 * Makes the data folder ready and takes it for this process, if `checkPorts` lets it: before anything is made, and before anything is forgotten.
 * Throws a StartError when it cannot be used: not a folder, not writable, in use, broken, or of another PostgreSQL.
 */
export async function takeDataFolder(
  { data, reset }: Pick<StartOptions, 'data' | 'reset'>,
  checkPorts: (afterCrash: boolean) => Promise<void>,
): Promise<FolderLock> {
  const lockFile = join(data, 'running.pid');
  // What a start that was killed has left, or one that runs: then the lock says which.
  const isLeft = existsSync(lockFile);
  if (!isLeft) await checkPorts(false);
  makeFolder(data);
  const lock = takeLock(lockFile, data);
  try {
    if (isLeft) {
      await endLeftServer(join(data, 'postgres'));
      await checkPorts(true);
    }
    writeFileSync(join(data, mark), '');
    if (reset) {
      for (const name of ours) if (name !== 'running.pid') rmSync(join(data, name), { recursive: true, force: true });
      recordStaffAct(data, 'data-reset');
    }
    for (const name of [...ours, mark]) closeToOthers(join(data, name));
    checkCluster(join(data, 'postgres'));
    keepPreviousLogs(join(data, 'logs'));
    for (const name of ['logs', 'pids', 'simulator']) mkdirSync(join(data, name), { recursive: true });
    return {
      afterCrash: lock.afterCrash,
      release() {
        rmSync(join(data, 'pids'), { recursive: true, force: true });
        forgetRunning(data);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Whether a start has ever used the folder. */
export const isMarked = (data: string): boolean => existsSync(join(data, mark));

function makeFolder(data: string): void {
  try {
    makeWithParents(data);
    if (!statSync(data).isDirectory()) throw Object.assign(new Error(), { code: 'EEXIST' });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${data} cannot be used: ${reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message}.`,
      chooseAnother,
    );
  }
  if (!isMarked(data) && !readdirSync(data).every((name) => ours.includes(name)))
    throw new StartError(
      `${data} holds other things than Bindery's data.`,
      `Nothing in it was touched. ${chooseAnother}`,
    );
  closeFolder(data);
}

/** Node's own recursive way tries for ever where nothing can be made, e.g. in /proc. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  makeWithParents(dirname(folder));
  mkdirSync(folder);
  if (process.getuid?.() === 0) openToPassThrough(folder);
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'nothing can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
};

/** To everybody else; as root the database runs under another user, who must be able to come this far. */
function closeFolder(data: string): void {
  closeToOthers(data, false);
  if (process.getuid?.() !== 0) return;
  openToPassThrough(data);
  const closed = closedFolderAbove(data);
  if (closed)
    throw new StartError(
      `PostgreSQL does not run as root, and its user may not enter ${closed}.`,
      'Choose another folder with: npm start -- --data /var/tmp/bindery',
    );
}

/** Lines of this start stand alone in their files; those of the one before are kept beside them. */
function keepPreviousLogs(logs: string): void {
  if (!existsSync(logs)) return;
  rmSync(`${logs}.previous`, { recursive: true, force: true });
  renameSync(logs, `${logs}.previous`);
}
