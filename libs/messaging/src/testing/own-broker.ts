import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freePort } from '@bindery/testing';
import { startFaultyProxy, type FaultyProxy } from './faulty-proxy';

const root = join(__dirname, '../../../..');

/** An Apache Kafka of one node for one suite, which may be broken as it likes. */
export interface OwnBroker {
  readonly brokers: readonly string[];
  /** All connections go through it. */
  readonly proxy: FaultyProxy;
  /** SIGKILL: no goodbye to anybody, and connections are refused. */
  kill(): Promise<void>;
  /** Starts it again on its data; resolves when it takes connections, some seconds later. */
  start(): Promise<void>;
  end(): Promise<void>;
}

export async function startOwnBroker(): Promise<OwnBroker> {
  const directory = mkdtempSync(join(tmpdir(), 'bindery-broker-'));
  const port = await freePort();
  const proxy = await startFaultyProxy(() => port);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DIRECTORY: directory,
    PORT: String(port),
    CONTROLLER_PORT: String(await freePort()),
    ADVERTISED_PORT: String(proxy.port),
  };
  function start(): ChildProcess {
    return fork(join(root, 'tools/start/servers/kafka-child.ts'), {
      cwd: root,
      execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Its own process group, so that one signal reaches Java as well.
      detached: true,
    });
  }
  let child = start();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await exited;
    // Java may need a moment longer to be gone.
    await eventually(() =>
      connectTo(port).then(
        () => Promise.reject(new Error(`port ${port} is still open`)),
        () => undefined,
      ),
    );
  };

  // It says so when it has its topics.
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the broker did not start'))),
  ]);
  return {
    brokers: [`127.0.0.1:${proxy.port}`],
    proxy,
    async kill() {
      await proxy.break('refuses');
      await kill();
    },
    async start() {
      child = start();
      await eventually(() => connectTo(port), { withinMs: 60_000 });
      await proxy.mend();
    },
    async end() {
      await kill();
      await proxy.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function connectTo(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}
