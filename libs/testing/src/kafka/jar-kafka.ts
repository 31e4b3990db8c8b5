import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');
const register = join(root, 'tools/runtime/register.cjs');

/** Fetching the jars for the first time takes most of it. */
const startTimeoutMs = 300_000;

/**
 * Apache Kafka from its jars, for one test run, in a folder of its own that goes with it. A process of its own keeps
 * it, and stops it when this one is gone, however it went. Throws what that process said when Kafka does not start.
 */
export async function startJarKafka(): Promise<{ brokers: readonly string[]; stop(): Promise<void> }> {
  const child = fork(join(__dirname, 'jar-kafka.child.ts'), {
    cwd: root,
    detached: true,
    execArgv: ['-r', register],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs);
  const { port, error } = await Promise.race([
    firstWord(child),
    ended.then((): FirstWord => ({ error: 'the process of Kafka ended' })),
  ]);
  clearTimeout(timer);
  if (port === undefined) throw new Error(error);
  // It is not what this process waits for.
  child.unref();
  child.channel?.unref();
  return {
    brokers: [`127.0.0.1:${port}`],
    async stop() {
      child.ref();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What the child says once it knows: the port, or why there is none. */
export interface FirstWord {
  readonly port?: number;
  readonly error?: string;
}

async function firstWord(child: ChildProcess): Promise<FirstWord> {
  const [word] = (await once(child, 'message')) as [FirstWord];
  return word;
}
