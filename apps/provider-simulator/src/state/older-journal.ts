import { readFile } from 'node:fs/promises';
import { StateBroken } from './store';

/** One change of one record; `record` null means that it is gone. */
interface JournalLine {
  readonly collection: string;
  readonly id: string;
  readonly record: unknown;
}

/** Records by collection, each with its id, oldest first. */
export type OlderRecords = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/**
 * What older simulators kept, one change a line of JSON; nothing where there is no such file. A last line cut short by a killed
 * process is left out: its change was never acknowledged. Throws StateBroken for any other line that cannot be read.
 */
export async function readOlderJournal(file: string): Promise<OlderRecords> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const collections = new Map<string, Map<string, unknown>>();
  for (const [index, line] of whole.split('\n').entries()) {
    if (line === '') continue;
    const { collection, id, record } = parseLine(line, `${file}:${index + 1}`);
    const records = collections.get(collection) ?? new Map<string, unknown>();
    collections.set(collection, records);
    if (record === null) records.delete(id);
    else records.set(id, record);
  }
  return collections;
}

function parseLine(line: string, place: string): JournalLine {
  try {
    return JSON.parse(line) as JournalLine;
  } catch {
    throw new StateBroken(`${place} is not JSON; delete the file to begin with an empty world`);
  }
}
