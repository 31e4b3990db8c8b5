import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What Linux counts processor time in. */
const ticksASecond = 100;

/** CPU time in ms that a PostgreSQL and all its connections have used so far; NaN where processes cannot be looked at as files. */
export function serverCpuMs(directory: string): number {
  const postmaster = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0];
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readTimes);
    const own = all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
    return (own.reduce((sum, { ticks }) => sum + ticks, 0) / ticksASecond) * 1_000;
  } catch {
    return NaN;
  }
}

/** See proc_pid_stat(5): field 4 is the parent, 14 and 15 are the time in user and kernel mode. */
function readTimes(pid: string): { pid: string; parent: string | undefined; ticks: number }[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid, parent: fields[1], ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    // It ended between the list and the look.
    return [];
  }
}
