import { eventually } from '@bindery/testing';
import { pidOf } from './run-system';
import { services, type Service } from './services';
import { data, opsUrls } from './the-system';

/** The programs that a crash test may kill; the gateway keeps nothing. */
export type ProgramName = Service | 'provider-simulator';
export const programs: readonly ProgramName[] = [...services, 'provider-simulator'];

/** Kills a program as a crash would, without a word, and resolves when its supervisor's new one can work. */
export async function crash(name: ProgramName): Promise<void> {
  const pid = pidOf(data, name);
  process.kill(pid, 'SIGKILL');
  await eventually(
    async () => {
      if (pidOf(data, name) === pid) throw new Error(`${name} was not started again`);
      const { ok } = await fetch(`${opsUrls[name]}/health/ready`);
      if (!ok) throw new Error(`${name} is not ready again`);
    },
    { withinMs: 30_000, everyMs: 100 },
  );
}
