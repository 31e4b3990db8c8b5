import { eventually } from '@bindery/testing';
import { pidOf } from './run-system';
import { data, urls } from './the-system';

/** The programs that a crash test may kill; the gateway keeps nothing. */
export const programs = ['binding', 'verification', 'notification', 'identity', 'simulator'] as const;
export type ProgramName = (typeof programs)[number];

const pidFileOf = (name: ProgramName) => (name === 'simulator' ? 'provider-simulator' : name);

/** Kills a program as a crash would, without a word, and resolves when its supervisor's new one can work. */
export async function crash(name: ProgramName): Promise<void> {
  const pid = pidOf(data, pidFileOf(name));
  process.kill(pid, 'SIGKILL');
  await eventually(
    async () => {
      if (pidOf(data, pidFileOf(name)) === pid) throw new Error(`${name} was not started again`);
      const { ok } = await fetch(`${urls[name]}/health/ready`);
      if (!ok) throw new Error(`${name} is not ready again`);
    },
    { withinMs: 30_000, everyMs: 100 },
  );
}
