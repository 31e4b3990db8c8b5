import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** One change of one record; `record` null means that it is gone. */
export interface JournalLine {
  readonly collection: string;
  readonly id: string;
  readonly record: unknown;
}

export interface Journal {
  append(line: JournalLine): void;
  /** Resolves when everything appended so far is in the file; rejects when it could not be written. */
  flushed(): Promise<void>;
}

/** Lines appended before the file is written anew with only what still holds. */
const linesBetweenSnapshots = 200_000;

export class StateFileBroken extends Error {
  override name = 'StateFileBroken';
}

/** For tests and for a simulator that may forget everything when it stops. */
export const memoryJournal: Journal = { append: () => undefined, flushed: () => Promise.resolve() };

/**
 * Reads the changes kept in a file of JSON lines. A last line cut short by a killed process is left out: its
 * change was never acknowledged. Throws StateFileBroken for any other line that cannot be read.
 */
export async function readJournal(file: string): Promise<JournalLine[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').flatMap((line, index) => (line === '' ? [] : [parseLine(line, `${file}:${index + 1}`)]));
}

function parseLine(line: string, place: string): JournalLine {
  try {
    return JSON.parse(line) as JournalLine;
  } catch {
    throw new StateFileBroken(`${place} is not JSON; delete the file to begin with an empty world`);
  }
}

/**
 * Keeps changes in `file`. Changes made while a write is under way are written together by the next one. It begins by
 * replacing the file atomically by `snapshot()`, and does so again from time to time, so that the file does not grow for ever.
 */
export async function openJournal(file: string, snapshot: () => readonly JournalLine[]): Promise<Journal> {
  let pending: string[] = [];
  let linesSinceSnapshot = 0;
  let mustReplace = false;
  let writing: Promise<void> | undefined;

  const replaceFile = async () => {
    const text = snapshot().map(toText).join('');
    await writeFile(`${file}.new`, text, { mode: 0o600 });
    await rename(`${file}.new`, file);
    linesSinceSnapshot = 0;
    mustReplace = false;
  };

  const drain = async () => {
    await setImmediate(); // so that everything changed in this turn is written together
    while (pending.length > 0) {
      const lines = pending;
      pending = [];
      linesSinceSnapshot += lines.length;
      if (mustReplace || linesSinceSnapshot > linesBetweenSnapshots) await replaceFile();
      else await appendFile(file, lines.join(''));
    }
  };

  const write = () =>
    (writing ??= drain()
      .catch((error: unknown) => {
        // Half a line may be in the file now; only a whole new file is certain to be readable.
        mustReplace = true;
        pending.push('');
        throw error;
      })
      .finally(() => (writing = undefined)));

  await mkdir(path.dirname(file), { recursive: true });
  await replaceFile();

  return {
    append(line) {
      pending.push(toText(line));
      write().catch(() => undefined); // whoever waits for flushed() learns of it
    },
    flushed: () => (pending.length > 0 || writing ? write() : Promise.resolve()),
  };
}

const toText = (line: JournalLine): string => `${JSON.stringify(line)}\n`;
