import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error';
import { root } from './start-options';

/** A stopping program has this long to finish what it does before it is killed. */
const stopTimeoutMs = 20_000;

/** Long enough that a child which cannot start does not keep a core busy. */
const restartDelayMs = 250;

export interface Processes {
  /** Runs a TypeScript file as a child with just this environment; its output goes to `<name>.log`. */
  spawn(name: string, file: string, env: Readonly<Record<string, string>>): ChildProcess;
  /** Runs a file to its end; throws a StartError with the log's last lines when it fails. */
  run(name: string, file: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void>;
  /** Rejects when a child ends that was not told to. */
  readonly failure: Promise<never>;
  /** Stops the children in the reverse order of their start. */
  stopAll(): Promise<void>;
}

/**
 * The children of `npm start`. Each is in a process group of its own, so that Ctrl-C reaches only the parent,
 * which stops them in order; and each stops by itself when the channel to its parent closes, so that nothing is
 * left behind even when the parent is killed. With `supervise` a child that dies is started again, as an
 * orchestrator would do it; without, its end is a failure.
 */
export function createProcesses(data: string, { supervise = false } = {}): Processes {
  const children = new Map<string, ChildProcess>();
  let stopping = false;
  let fail: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_resolve, reject) => (fail = reject));
  failure.catch(() => undefined);
  const logOf = (name: string) => join(data, 'logs', `${name}.log`);

  function start(name: string, file: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    const log = openSync(logOf(name), 'a');
    const child = fork(file, [...args], {
      cwd: root,
      detached: true,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', APOLLO_TELEMETRY_DISABLED: '1', KAFKAJS_NO_PARTITIONER_WARNING: '1', ...env },
      execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    return child;
  }

  return {
    failure,
    spawn(name, file, env) {
      const child = start(name, file, [], env);
      children.set(name, child);
      writeFileSync(join(data, 'pids', `${name}.pid`), String(child.pid));
      child.once('exit', (code, signal) => {
        if (stopping) return;
        if (supervise) setTimeout(() => stopping || this.spawn(name, file, env), restartDelayMs);
        else fail(new StartError(`${name} stopped by itself (${signal ?? `exit code ${code}`}): ${lastLine(logOf(name))}`, `Its log: ${logOf(name)}`));
      });
      return child;
    },
    async run(name, file, args, env) {
      const child = start(name, file, args, env);
      const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      if (code !== 0) throw new StartError(`${name} failed: ${lastLine(logOf(name))}`, `Its log: ${logOf(name)}`);
    },
    async stopAll() {
      stopping = true;
      for (const child of [...children.values()].reverse()) await stop(child);
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
}

function lastLine(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const last = lines.findLast((line) => /error|fatal|cannot|Error/i.test(line)) ?? lines.at(-1) ?? '';
  return readable(last).slice(0, 300);
}

/** The message of a JSON log line, or the line itself. */
function readable(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [msg, err?.message].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}
