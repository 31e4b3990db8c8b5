import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The file a child writes to, and what it says of the child's last words. */
export interface ChildLog {
  readonly file: string;
  /** Runs `work` with the file open for appending. */
  open<T>(work: (descriptor: number) => T): T;
  /** The line written since the last opening that best says why the child ended. */
  lastWords(): string;
}

export function childLog(data: string, name: string): ChildLog {
  const file = join(data, 'logs', `${name}.log`);
  let from = 0;
  return {
    file,
    open(work) {
      from = existsSync(file) ? statSync(file).size : 0;
      const descriptor = openSync(file, 'a');
      try {
        return work(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
    lastWords() {
      const lines = readFileSync(file).subarray(from).toString().trim().split('\n').map(toLine);
      const worst = lines.findLast(({ isError }) => isError) ?? lines.at(-1);
      return (worst?.text ?? '').slice(0, 300) || 'it said nothing';
    },
  };
}

/** pino's number for errors; fatal is above. */
const errorLevel = 50;

function toLine(line: string): { text: string; isError: boolean } {
  try {
    const { level = 0, msg, err } = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    return { text: [msg, err?.message].filter(Boolean).join(': '), isError: level >= errorLevel };
  } catch {
    return { text: line.trim(), isError: /error|fatal|cannot|did not/i.test(line) && !/^\s*at /.test(line) };
  }
}
