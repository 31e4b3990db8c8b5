import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, freePort } from '@bindery/testing';
import { root } from '../start/start-options';

/** One process of several that do the same, on a port of its own that it keeps. */
export interface Replica {
  readonly name: string;
  readonly url: string;
  readonly readyUrl: string;
  /** Told to stop, waited for, started anew; throws when it did not end by itself with code 0. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReplicaOptions {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly onMessage?: (message: unknown) => void;
}

export async function startReplica({
  name,
  file,
  args = [],
  port,
  env,
  onMessage = () => undefined,
}: ReplicaOptions): Promise<Replica> {
  const url = `http://127.0.0.1:${port}`;
  const opsPort = await freePort();
  const readyUrl = `http://127.0.0.1:${opsPort}/health/ready`;
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = fork(file, [...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        APOLLO_TELEMETRY_DISABLED: '1',
        LOG_LEVEL: 'error',
        ...env,
        PORT: String(port),
        OPS_PORT: String(opsPort),
      },
      execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
    });
    child.on('message', onMessage);
    await eventually(
      async () => {
        if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
        const response = await fetch(readyUrl, { headers: { connection: 'close' } });
        if (!response.ok) throw new Error(`${name} is not ready`);
      },
      { withinMs: 120_000 },
    );
  }

  async function stop(): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`${name} did not stop by itself (${code})`);
  }

  await start();
  return { name, url, readyUrl, stop, restart: async () => stop().then(start) };
}
