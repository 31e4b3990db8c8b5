import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identify } from '../processes/process-identity';
import { StartError } from '../start-error';

export interface FolderLock {
  release(): void;
  /** The start before this one did not give its lock back: it was killed. */
  readonly afterCrash: boolean;
}

/** Takes the lock file for this process, over the file of one that is dead. Throws a StartError when a living start holds it. */
export function takeLock(file: string, data: string): FolderLock {
  const afterCrash = existsSync(file);
  const holder = livingHolder(file);
  if (holder)
    throw new StartError(
      `Bindery is running on ${data} already (process ${holder}).`,
      'Stop it, or start another with: npm start -- --port 5000 --data another-folder',
    );
  rmSync(file, { force: true });
  try {
    writeFileSync(file, toText(process.pid), { flag: 'wx' });
  } catch {
    throw new StartError(`Another start took ${data} at the same moment.`, 'Use that one, or try again.');
  }
  return { afterCrash, release: () => rmSync(file, { force: true }) };
}

/** The process that holds the lock, if it lives. The number alone would be no proof: after a crash it may belong to any other program. */
export function livingHolder(file: string): number | undefined {
  const text = read(file);
  const pid = Number(text.split(' ')[0]);
  return text && text === toText(pid) && pid !== process.pid ? pid : undefined;
}

function toText(pid: number): string {
  const identity = identify(pid);
  return identity ? `${identity.pid} ${identity.startedAt}` : '';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
