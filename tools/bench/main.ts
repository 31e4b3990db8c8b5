import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { atLeastOne, readPath, readPort } from '../command-line/readers';
import { commandFor } from '../start/commands';
import { isReady } from '../start/running-gateway';
import { defaultDataFolder, root } from '../start/start-options';
import { usualPort } from '../start/topology';
import { benchAdmission } from './admission/admission';
import { benchLogins } from './admission/logins';
import type { BenchResult } from './bench-result';
import { benchDocuments } from './documents';
import { measureFileSizes } from './file-sizes';
import { benchGateway } from './gateway';
import { compareJobs } from './jobs';
import { benchMessaging } from './messaging';
import { benchReaderCheck } from './reader-check';
import { benchStep } from './step';
import { benchTransition } from './transition';
import { benchUnbind } from './unbind';

interface BenchOptions {
  readonly port: number;
  /** Another checkout of this repository. */
  readonly before?: string;
  /** Cards that are loaded for “reader-check”. */
  readonly rows: number;
}

const benchmarks: Readonly<Record<string, (options: BenchOptions) => Promise<BenchResult | BenchResult[]>>> = {
  transition: () => benchTransition(),
  step: () => benchStep(),
  unbind: ({ port }) => benchUnbind(port),
  admission: ({ port }) => benchAdmission(port),
  logins: ({ port }) => benchLogins(port),
  messaging: () => benchMessaging(),
  gateway: ({ before }) => benchGateway(before),
  'reader-check': ({ rows }) => benchReaderCheck(rows),
};

/** What is told as a text of its own. `jobs` and `documents` run only when they are named. */
const tables: Readonly<Record<string, () => string | Promise<string>>> = {
  jobs: compareJobs,
  files: () => measureFileSizes(root),
  documents: benchDocuments,
};

/** They are measured through the gateway of a running system. */
const needRunning = ['unbind', 'admission', 'logins'];

/** What another checkout has to have. */
const gatewayMain = 'apps/gateway/src/main.ts';

/** Runs the benchmarks named, or all, and prints what each found: ours, the others in the same run, the ratios. */
async function main(): Promise<void> {
  const command = createCommand('npm run bench --')
    .description('Side-by-side measurements in one run. “unbind” and “admission” need a running system (npm start).')
    .argument('[names...]', `only these, out of: ${Object.keys({ ...benchmarks, ...tables }).join(', ')}`)
    .option('--port <port>', 'port of the running gateway', readPort, usualPort)
    .option('--before <checkout>', 'folder of another checkout, whose gateway is measured beside this one', readPath)
    .option('--rows <number>', 'cards that are loaded for “reader-check”', atLeastOne, 1_000_000)
    .option('--report <file>', 'also write the results as Markdown')
    .parse();
  const { port, rows, report, ...options } = command.opts<{
    port: number;
    rows: number;
    before?: string;
    report?: string;
  }>();
  const before = options.before && resolve(options.before);
  const names = command.args.length > 0 ? command.args : [...Object.keys(benchmarks), 'files'];
  const mistake = await findMistake(names, port, before);
  if (mistake) command.error(mistake);
  const lines: string[] = [];
  for (const name of names) {
    const bench = benchmarks[name];
    const table = tables[name];
    const text = bench
      ? [await bench({ port, rows, before })].flat().map(toText).join('\n')
      : ((await table?.()) ?? '');
    lines.push(text);
    console.log(text);
  }
  if (report) writeFileSync(join(root, report), toReport(lines));
}

/** What is wrong with what was asked for, in words, before anything is measured. */
async function findMistake(names: readonly string[], port: number, before?: string): Promise<string | undefined> {
  const unknown = names.find((name) => !(name in benchmarks) && !(name in tables));
  if (unknown) return `There is no benchmark ${unknown}.`;
  if (before && !names.includes('gateway')) return '--before is for “gateway” only.';
  if (before && !existsSync(join(before, gatewayMain))) return `${before} is no checkout: it has no ${gatewayMain}.`;
  if (names.some((name) => needRunning.includes(name)) && !(await isReady(port)))
    return `Bindery is not running on port ${port}. Start it in another terminal with: ${commandFor('npm start', { port, data: defaultDataFolder() })}`;
  return undefined;
}

function toText({ name, unit, ours, theirs, ratios, note }: BenchResult): string {
  const rows = Object.entries(theirs).map(
    ([who, value]) => `  ${who.padEnd(28)} ${format(value)} ${unit}   ratio ${ratios[who]}`,
  );
  return [
    `${name}`,
    `  ${'ours'.padEnd(28)} ${format(ours)} ${unit}`,
    ...rows,
    ...(note ? [`  ${note}`] : []),
    '',
  ].join('\n');
}

const format = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 }).padStart(14);

function toReport(lines: readonly string[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- --report docs/benchmarks.md`.',
    '',
    machine,
    '',
    '```',
    ...lines,
    '```',
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
