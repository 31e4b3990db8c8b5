import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';
import type { BenchResult } from './bench-result';

interface Measured {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

type Found = Readonly<Record<'ours' | 'naive' | 'naiveWithRecord' | 'onlyInsert', Measured>>;

const connections = ['10', '32'];

/** A durable step of a binding with its record and event, against find with a lock, save and save. Runs where the service's own code may be used. */
export async function benchStep(): Promise<BenchResult[]> {
  const program = [
    '-r',
    join(root, 'tools/runtime/register.cjs'),
    join(root, 'apps/binding/bench/step-throughput.ts'),
    ...connections,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, Found>;
  return Object.entries(found).map(([atOnce, each]) => toResult(atOnce, each));
}

function toResult(atOnce: string, { ours, naive, naiveWithRecord, onlyInsert }: Found): BenchResult {
  const theirs = {
    'TypeORM find, save, save': naive,
    'the same, and a record': naiveWithRecord,
    'the event’s INSERT alone': onlyInsert,
  };
  const of = (pick: (measured: Measured) => number) =>
    Object.fromEntries(Object.entries(theirs).map(([who, measured]) => [who, pick(measured)]));
  const cpu = ({ cpuMs, serverCpuMs }: Measured) => `${cpuMs.toFixed(2)} + ${serverCpuMs.toFixed(2)} ms`;
  return {
    name: `durable steps of a binding, ${atOnce} connections`,
    unit: 'steps/s',
    ours: ours.perSecond,
    theirs: of(({ perSecond }) => perSecond),
    ratios: of(({ perSecond }) => Math.round((ours.perSecond / perSecond) * 100) / 100),
    note: `CPU of a step, here + in PostgreSQL: ours ${cpu(ours)}, find, save, save ${cpu(naive)}, with a record ${cpu(naiveWithRecord)}, the INSERT ${cpu(onlyInsert)}; only ours checks the event against its contract`,
  };
}
