import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../start/start-options';

export interface LatencyOptions {
  readonly databaseUrl: string;
  readonly eventLog: { readonly EVENT_LOG_URL: string } | { readonly KAFKA_BROKERS: string };
  /** What each process does, e.g. `['producer,relay', 'consumers']`. */
  readonly processes: readonly string[];
  readonly rate: number;
  readonly seconds: number;
}

interface Report {
  readonly times: Readonly<Record<'acknowledged' | 'handled' | 'committed', readonly [string, number][]>>;
  readonly cpuSeconds: number;
}

/** Milliseconds from when the producer knows that its commit is durable. */
export interface Latencies {
  readonly toHandler: readonly [p50: number, p99: number];
  readonly toEffect: readonly [p50: number, p99: number];
  readonly achievedRate: number;
  readonly lost: number;
}

/** The first seconds compile code and fill caches; they are not counted. */
const warmUpSeconds = 2;

/** Commits transactions at a rate in one process and sees when their events have an effect in another. */
export async function measureLatency({
  databaseUrl,
  eventLog,
  processes,
  rate,
  seconds,
}: LatencyOptions): Promise<Latencies> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    ...eventLog,
    RATE: String(rate),
    SECONDS: String(seconds + warmUpSeconds),
  };
  const children = processes.map((roles) =>
    fork(join(__dirname, 'child.ts'), {
      cwd: root,
      env: { ...env, ROLES: roles },
      execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
    }),
  );
  try {
    await Promise.all(children.map((child) => messageOf(child, 'ready')));
    const [producer] = children;
    const consumer = children.at(-1);
    if (!producer || !consumer) throw new Error('nobody produces or nobody consumes');
    // Until the group has found its members and what an earlier measurement left is read, probes are sent.
    const handled = messageOf(consumer, 'handled');
    const probing = setInterval(() => producer.send('probe'), 250);
    await handled;
    clearInterval(probing);
    await pause(1_000);
    const produced = messageOf(producer, 'produced');
    producer.send('produce');
    await produced;
    await pause(1_500);
    return toLatencies(await Promise.all(children.map(reportOf)), seconds);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

async function reportOf(child: ChildProcess): Promise<Report> {
  const report = messageOf(child, 'times');
  child.send('report');
  return (await report) as Report;
}

function messageOf(child: ChildProcess, field: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process of the measurement ended (${code})`)));
    child.on('message', (message: object) => void (field in message && resolve(message)));
  });
}

function toLatencies(reports: readonly Report[], seconds: number): Latencies {
  const all = (field: 'acknowledged' | 'handled' | 'committed') => reports.flatMap(({ times }) => times[field]);
  const acknowledged = all('acknowledged').sort(([, one], [, other]) => one - other);
  const begun = (acknowledged[0]?.[1] ?? 0) + warmUpSeconds * 1_000;
  const counted = acknowledged.filter(([, at]) => at >= begun);
  const committed = new Map(all('committed'));
  const percentiles = (ends: ReadonlyMap<string, number>): [number, number] => {
    const sorted = counted
      .flatMap(([key, at]) => (ends.has(key) ? [(ends.get(key) ?? 0) - at] : []))
      .sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
    return [at(0.5), at(0.99)];
  };
  const lastedSeconds = ((counted.at(-1)?.[1] ?? 0) - begun) / 1_000;
  return {
    toHandler: percentiles(new Map(all('handled'))),
    toEffect: percentiles(committed),
    achievedRate: counted.length / Math.max(lastedSeconds, seconds),
    lost: acknowledged.filter(([key]) => !committed.has(key)).length,
  };
}
