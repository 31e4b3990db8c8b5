import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionServiceDatabase, startEmbeddedPostgres, type ServiceDatabase } from '@bindery/persistence';
import { freePort } from '@bindery/testing';
import type { Contender } from './contender';
import { createGraphileWorker } from './graphile-worker.contender';
import {
  afterDeadProcess,
  afterLostConnections,
  drainedPerSecond,
  enqueuedPerSecond,
  idleTransactionsPerSecond,
  keyedAtOnce,
  keyedReplacement,
  retryGaps,
  startLatencies,
} from './measurements';
import { createPgBoss } from './pg-boss.contender';

const jobs = 3_000;
const latencies = 150;

type Row = Readonly<Record<string, string>>;

const rounded = (value: number, digits = 0) => value.toFixed(digits);

/** Everything in one run, on a PostgreSQL that keeps what it acknowledged, each library in a database of its own. */
async function measure(contender: Contender, adminUrl: string): Promise<Row> {
  const enqueued = await enqueuedPerSecond(contender, jobs);
  const drained = await drainedPerSecond(contender, jobs);
  const ascending = await startLatencies(contender, latencies);
  const at = (share: number) => rounded(ascending[Math.floor(latencies * share)] ?? NaN, 1);
  const idle = await idleTransactionsPerSecond(contender, adminUrl, 20);
  const replaced = await keyedReplacement(contender);
  const atOnce = await keyedAtOnce(contender);
  const gaps = await retryGaps(contender, 3);
  const { lost, twice, seconds } = await afterLostConnections(contender, adminUrl);
  const dead = await afterDeadProcess(contender);
  return {
    'durable transactions with one job each, a second': rounded(enqueued),
    [`jobs run a second, four at once, of ${jobs} waiting`]: rounded(drained),
    'commit to start, median and 99th percentile, ms': `${at(0.5)}, ${at(0.99)}`,
    'statements a second of an idle worker': rounded(idle, 1),
    'a key replaces what waits under it (1 put off, then 2 for now): ran': replaced.join(', ') || 'nothing in 15 s',
    'two transactions at once under one key: jobs run': String(atOnce),
    'seconds between three tries': gaps.map((gap) => rounded(gap, 1)).join(', '),
    '200 jobs, all connections ended five times: lost, run twice, last job after s': `${lost}, ${twice}, ${rounded(seconds, 1)}`,
    'job of a process that died runs elsewhere after s': rounded(dead, 1),
  };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    settings: ['shared_buffers=256MB'],
  });
  const { adminUrl } = server;
  const provision = (service: string): Promise<ServiceDatabase> =>
    provisionServiceDatabase({ adminUrl, service, passwords: { owner: 'owner', app: 'app' } });
  try {
    const found = new Map<string, Row>();
    for (const create of [
      async () => createGraphileWorker(await provision('graphile'), 'graphile_app'),
      async () => createPgBoss(await provision('boss')),
    ]) {
      const contender = await create();
      found.set(contender.name, await measure(contender, adminUrl));
      await contender.close();
    }
    process.stdout.write(`${toTable(found)}\n`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function toTable(found: ReadonlyMap<string, Row>): string {
  const [first = {}] = found.values();
  return [
    `| | ${[...found.keys()].join(' | ')} |`,
    `|---|${'---|'.repeat(found.size)}`,
    ...Object.keys(first).map((name) => `| ${name} | ${[...found.values()].map((row) => row[name]).join(' | ')} |`),
  ].join('\n');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
