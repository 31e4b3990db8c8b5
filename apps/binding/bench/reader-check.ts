import { spawn, type ChildProcess } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateJobs } from '@bindery/jobs';
import { provisionEventLog } from '@bindery/messaging';
import { migrate, provisionServiceDatabase, startEmbeddedPostgres, withDatabase } from '@bindery/persistence';
import { eventually, freePort } from '@bindery/testing';
import { migrations } from '../migrations';
import { loadCards } from './load-cards';
import { readerEnvironment } from './reader-environment';
import { ask, makeQuestions, type Measured, type Question } from './reader-load';
import { serverCpuMs } from './server-cpu';

/*
 * "Is this credential good at this door now?", asked of the service as it runs in production, beside a bare Fastify + pg that looks one row up by its primary
 * key and checks nobody; in turns, on one PostgreSQL with as many cards as the argument says. Prints one JSON line.
 */

const root = join(__dirname, '../../..');
const rounds = 24;
const warmRounds = 2;
const secondsARound = 1;
const questionsOfEach = 10_000;

interface Contender {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

async function main(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-bench-'));
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const settings = ['shared_buffers=512MB', 'max_wal_size=8GB', 'fsync=off'];
  const server = await startEmbeddedPostgres({ directory, port: await freePort(), password: 'bench', settings });
  const running: Contender[] = [];
  try {
    const passwords = { owner: 'owner', app: 'app' };
    const { ownerUrl, appUrl } = await provisionServiceDatabase({
      adminUrl: server.adminUrl,
      service: 'binding',
      passwords,
    });
    await migrate('up', ownerUrl, migrations);
    await migrateJobs(ownerUrl, 'binding_app');
    await provisionEventLog(ownerUrl, [{ login: 'binding_app', service: 'binding' }]);
    const begun = performance.now();
    await loadCards(withDatabase(server.adminUrl, 'binding'), 'binding_app', rows);
    const loadedSeconds = (performance.now() - begun) / 1_000;
    const key = randomBytes(32);
    const ours = await start('apps/binding/src/main.ts', await readerEnvironment(appUrl, key.toString('base64')));
    running.push(ours);
    const bare = await start('apps/binding/bench/bare-lookup.child.ts', {}, appUrl);
    running.push(bare);
    const signed = createSecretKey(key);
    const found = await compare(
      {
        bare: [bare, () => makeQuestions(questionsOfEach, rows)],
        ours: [ours, () => makeQuestions(questionsOfEach, rows, signed)],
        signed: [ours, () => makeQuestions(questionsOfEach, rows, signed, true)],
      },
      directory,
    );
    process.stdout.write(`${JSON.stringify({ rows, loadedSeconds, load: loadavg()[0], found })}\n`);
  } finally {
    for (const { stop } of running) await stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program that serves on PORT; one that reads no environment is given `argument`, and the port behind it. */
async function start(file: string, env: Readonly<Record<string, string>>, argument?: string): Promise<Contender> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    process.execPath,
    ['-r', join(root, 'tools/runtime/register.cjs'), file, ...(argument ? [argument, String(port)] : [])],
    {
      cwd: root,
      env: {
        NODE_ENV: 'development',
        PORT: String(port),
        OPS_PORT: String(await freePort()),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await eventually(
    async () => {
      if (child.exitCode !== null) throw new Error(`${file} ended (${child.exitCode})`);
      await fetch(url);
    },
    { withinMs: 60_000, everyMs: 100 },
  );
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

type Way = readonly [Contender, () => readonly Question[]];

interface Found {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

/** What was found of one way, and of that the part of what the first way reached in the same round: others use the machine too, and a round is too short for much to change. */
interface Compared extends Found {
  readonly ratio: number;
  /** The quarter below which a quarter of the rounds were, and above which another one was. */
  readonly ratioQuartiles: readonly [number, number];
  readonly cpuRatio: number;
}

/** In turns, the order turned around each time, after rounds that only warm; the median of the rounds counts. */
async function compare(ways: Readonly<Record<string, Way>>, directory: string): Promise<Record<string, Compared>> {
  const names = Object.keys(ways);
  const all: Record<string, Found>[] = [];
  for (let round = -warmRounds; round < rounds; round++) {
    const found: Record<string, Found> = {};
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const [contender, questions] = ways[name] as Way;
      found[name] = await measure(contender, questions(), directory);
    }
    if (round >= 0) all.push(found);
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(all, name, names[0] ?? name)]));
}

async function measure({ url, pid }: Contender, questions: readonly Question[], directory: string): Promise<Found> {
  const [before, serverBefore] = [cpuMsOf(pid), serverCpuMs(directory)];
  const { perSecond, latencies }: Measured = await ask(url, questions, secondsARound);
  const at = (share: number) => latencies[Math.floor(share * latencies.length)] ?? NaN;
  return {
    perSecond,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: (cpuMsOf(pid) - before) / latencies.length,
    serverCpuMs: (serverCpuMs(directory) - serverBefore) / latencies.length,
  };
}

function medianOf(all: readonly Record<string, Found>[], name: string, besideName: string): Compared {
  const pairs = all.flatMap(({ [name]: own, [besideName]: beside }) => (own && beside ? [{ own, beside }] : []));
  const at = (share: number, pick: (own: Found, beside: Found) => number) =>
    pairs.map(({ own, beside }) => pick(own, beside)).sort((a, b) => a - b)[Math.floor(pairs.length * share)] ?? NaN;
  const ratio = (own: Found, beside: Found) => own.perSecond / beside.perSecond;
  const cpu = ({ cpuMs, serverCpuMs }: Found) => cpuMs + serverCpuMs;
  return {
    perSecond: at(0.5, (own) => own.perSecond),
    p50: at(0.5, (own) => own.p50),
    p99: at(0.5, (own) => own.p99),
    cpuMs: at(0.5, (own) => own.cpuMs),
    serverCpuMs: at(0.5, (own) => own.serverCpuMs),
    ratio: at(0.5, ratio),
    ratioQuartiles: [at(0.25, ratio), at(0.75, ratio)],
    cpuRatio: at(0.5, (own, beside) => cpu(own) / cpu(beside)),
  };
}

/** CPU time of one process, see proc_pid_stat(5); NaN where processes cannot be looked at as files. */
function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

void main(Number(process.argv[2] ?? 1_000_000));
