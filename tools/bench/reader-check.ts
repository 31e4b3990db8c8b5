import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';
import type { BenchResult } from './bench-result';

interface Found {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly serverCpuMs: number;
  /** Of what the bare one answered in the same round, the median of the rounds; and the quarter of them below and above. */
  readonly ratio: number;
  readonly ratioQuartiles: readonly [number, number];
  /** CPU of both processes for an answer, by that of the bare one: what others do on the machine moves it less. */
  readonly cpuRatio: number;
}

interface Report {
  readonly rows: number;
  readonly loadedSeconds: number;
  readonly load: number;
  readonly found: Readonly<Record<'ours' | 'signed' | 'bare', Found>>;
}

const bareName = 'bare Fastify + pg lookup';

/** A reader's question, against a bare Fastify + pg that looks one row up by its primary key. Runs where the service's own code may be used. */
export async function benchReaderCheck(rows: number): Promise<BenchResult[]> {
  const program = [
    '-r',
    join(root, 'tools/runtime/register.cjs'),
    join(root, 'apps/binding/bench/reader-check.ts'),
    String(rows),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
  return [
    toResult('reader check', report, 'ours'),
    toResult('reader check, answers signed to be kept', report, 'signed'),
  ];
}

function toResult(name: string, { rows, load, found }: Report, way: 'ours' | 'signed'): BenchResult {
  const { bare } = found;
  const ours = found[way];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const tell = ({ p50, p99, cpuMs, serverCpuMs }: Found) =>
    `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} ms, CPU ${cpuMs.toFixed(3)} + ${serverCpuMs.toFixed(3)} ms in PostgreSQL`;
  return {
    name: `${name}, ${rows.toLocaleString('en')} cards`,
    unit: 'answers/s',
    ours: ours.perSecond,
    theirs: { [bareName]: bare.perSecond },
    ratios: { [bareName]: rounded(ours.ratio) },
    note: `half of the rounds between ${ours.ratioQuartiles.map(rounded).join(' and ')}; CPU of an answer ${rounded(ours.cpuRatio)} of bare; ours ${tell(ours)}; bare ${tell(bare)}; p99 ${rounded(ours.p99 / bare.p99)} of bare; load of the machine ${load.toFixed(1)}`,
  };
}
