import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childLog, type ChildLog } from './child-log';
import { endGroup } from './process-group';
import { StartError } from '../start-error';
import { root } from '../start-options';
import { stopWaves } from '../topology';

/** A stopping program has this long to finish what it does before it is killed; less when what it needs may be gone. */
const stopTimeoutMs = 20_000;
const stopAfterFailureMs = 5_000;

/** Long enough that a child which cannot start does not keep a core busy. */
const restartDelayMs = 250;

type Environment = Readonly<Record<string, string>>;

export interface Processes {
  /** Runs a TypeScript file as a child with just this environment; its output goes to `<name>.log`. */
  spawn(name: string, file: string, env: Environment): ChildProcess;
  /** Runs a file to its end; throws a StartError with the log's last words when it fails. */
  run(name: string, file: string, args: readonly string[], env: Environment): Promise<void>;
  /** From now on a child that dies is started again, as an orchestrator would do it. */
  keepAlive(): void;
  /** Rejects when a child ends that was not told to. */
  readonly failure: Promise<never>;
  /** Aborted as soon as there is a failure or everything is told to stop. */
  readonly ending: AbortSignal;
  /** Stops the children wave by wave (those without one first), with all they left; resolves when nothing runs. */
  stopAll(): Promise<void>;
}

/**
 * The children of `npm start`. Each is in a process group of its own, so that Ctrl-C reaches only the parent, which
 * stops them in order; and each stops by itself when the channel to its parent closes, so that nothing is left behind
 * even when the parent is killed. `onRestart` is told, in words for a person, of each that is started again.
 */
export function createProcesses(data: string, onRestart: (words: string) => void = () => undefined): Processes {
  const children = new Map<string, ChildProcess>();
  const ending = new AbortController();
  let stopping = false;
  let keepsAlive = false;
  let reject: (error: Error) => void;
  const failure = new Promise<never>((_resolve, fail) => (reject = fail));
  failure.catch(() => undefined);
  const fail = (error: Error) => {
    reject(error);
    ending.abort(error);
  };

  function begin(name: string, log: ChildLog, file: string, args: readonly string[], env: Environment): ChildProcess {
    // A start goes on for a moment after it was told to stop; nothing new may come of that.
    ending.signal.throwIfAborted();
    const child = log.open((output) =>
      fork(file, [...args], {
        cwd: root,
        detached: true,
        env: { ...inherited(), ...env },
        execArgv,
        stdio: ['ignore', output, output, 'ipc'],
      }),
    );
    children.set(name, child);
    return child;
  }

  async function afterDeath(name: string, child: ChildProcess, log: ChildLog, again: () => void): Promise<void> {
    if (stopping) return;
    if (keepsAlive) onRestart(`${toEnd(name, child, log).replace(/\.?$/, '.')} It is started again.`);
    else fail(new StartError(toEnd(name, child, log), `Its log: ${log.file}`));
    await endGroup(groupOf(child));
    await pause(restartDelayMs);
    if (keepsAlive && !stopping) again();
  }

  const processes: Processes = {
    failure,
    ending: ending.signal,
    keepAlive: () => void (keepsAlive = true),
    spawn(name, file, env) {
      const log = childLog(data, name);
      const child = begin(name, log, file, [], env);
      writeFileSync(join(data, 'pids', `${name}.pid`), String(child.pid));
      child.once('exit', () => void afterDeath(name, child, log, () => processes.spawn(name, file, env)));
      return child;
    },
    async run(name, file, args, env) {
      const log = childLog(data, name);
      const [code] = (await once(begin(name, log, file, args, env), 'exit')) as [number | null];
      if (code !== 0) throw new StartError(`${name} failed: ${log.lastWords()}`, `Its log: ${log.file}`);
    },
    async stopAll() {
      stopping = true;
      const timeoutMs = ending.signal.aborted ? stopAfterFailureMs : stopTimeoutMs;
      ending.abort(new Error('stopping'));
      const waveOf = (name: string) => stopWaves.findIndex((wave) => wave.includes(name));
      for (let wave = -1; wave < stopWaves.length; wave++) {
        const these = [...children].filter(([name]) => waveOf(name) === wave);
        await Promise.all(these.map(([, child]) => stop(child, timeoutMs)));
      }
    },
  };
  return processes;
}

/** What became of the child, in its own last words. */
const toEnd = (name: string, { exitCode, signalCode }: ChildProcess, log: ChildLog): string =>
  signalCode
    ? `${name} was killed (${signalCode}).`
    : `${name} stopped by itself (exit code ${exitCode}): ${log.lastWords()}`;

/**
 * Node lets the space for new objects grow to some 50 MB in each program, as suits a server with a machine of its own; eight of them on one machine with
 * a browser and an editor are better off with less, and collect a little more often.
 */
const sparing = '--max-semi-space-size=2';

const execArgv = [
  sparing,
  '-r',
  join(root, 'tools/runtime/register.cjs'),
  '-r',
  join(root, 'tools/start/processes/end-with-parent.cjs'),
];

/** Children get nothing of a person's environment but what they need to run. */
const inherited = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: 'UTC',
  APOLLO_TELEMETRY_DISABLED: '1',
  KAFKAJS_NO_PARTITIONER_WARNING: '1',
});

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function stop(child: ChildProcess, timeoutMs: number): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    await ended;
    clearTimeout(timer);
  }
  await endGroup(groupOf(child));
}

function groupOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('a child that never started has no group');
  return pid;
}
