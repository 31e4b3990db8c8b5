import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process is: its number may be given to another one later, its start time not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Text that differs between two processes of the same number; empty when the machine does not tell. */
  readonly startedAt: string;
}

/** The process of this number, or undefined when there is none (or it has ended and only waits to be collected). */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return { pid, startedAt: ask(pid, 'lstart=') };
  const stat = readProc(pid, 'stat');
  // proc(5): after the name, which stands in brackets and may hold anything, come state (field 3) … start time (22).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : { pid, startedAt: fields[19] ?? '' };
}

/** The command line of a process, or an empty text when it cannot be seen. */
export function commandLineOf(pid: number): string {
  return process.platform === 'linux' ? readProc(pid, 'cmdline').replaceAll('\0', ' ') : ask(pid, 'command=');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function ask(pid: number, column: string): string {
  return (spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}
