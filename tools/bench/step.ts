import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';
import type { BenchResult } from './bench-result';

interface Measured {
  readonly perSecond: number;
  readonly cpuMs: number;
}

/** A durable step of a binding with its record and event, against find with a lock, save and save. Runs where the service's own code may be used. */
export async function benchStep(): Promise<BenchResult> {
  const program = ['-r', join(root, 'tools/runtime/register.cjs'), join(root, 'apps/binding/bench/step-throughput.ts')];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  const { ours, naive } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<'ours' | 'naive', Measured>;
  const who = 'TypeORM find, save, save';
  return {
    name: 'durable steps of a binding, ten at once',
    unit: 'steps/s',
    ours: ours.perSecond,
    theirs: { [who]: naive.perSecond },
    ratios: { [who]: Math.round((ours.perSecond / naive.perSecond) * 100) / 100 },
    note: `CPU of the process for each: ours ${ours.cpuMs.toFixed(2)} ms, theirs ${naive.cpuMs.toFixed(2)} ms, which writes no record of the step and checks no contract`,
  };
}
