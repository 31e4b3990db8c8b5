import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, freePort } from '@bindery/testing';
import { root } from '../../start/start-options';
import type { ProcessUse } from './cpu-probe';

/** A gateway process under measurement. */
export interface Contender {
  readonly url: string;
  /** CPU time so far, and memory as it stands. */
  use(): Promise<ProcessUse>;
  /** The same after a garbage collection. */
  kept(): Promise<ProcessUse>;
  stop(): Promise<void>;
}

const registerOf = (checkout: string) => ['-r', join(checkout, 'tools/runtime/register.cjs')];
export const register = registerOf(root);

/** Starts a program of a checkout that serves `/graphql` on PORT, and waits until it answers. */
export async function startContender(
  file: string,
  env: Readonly<Record<string, string>>,
  execArgv: readonly string[] = [],
  checkout = root,
): Promise<Contender> {
  const port = await freePort();
  const child = fork(join(checkout, file), [], {
    cwd: checkout,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', PORT: String(port), ...env },
    execArgv: [...registerOf(checkout), '-r', join(__dirname, 'cpu-probe.ts'), '--expose-gc', ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await eventually(() => answersAt(url, child), { withinMs: 30_000, everyMs: 100 });
  return {
    url,
    use: async () => ((await replyTo(child, 'use')) as { use: ProcessUse }).use,
    kept: async () => ((await replyTo(child, 'kept')) as { use: ProcessUse }).use,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Sends a child a word and resolves with the next message from it. */
export async function replyTo(child: ChildProcess, word: string): Promise<unknown> {
  const reply = once(child, 'message');
  child.send(word);
  const [message] = (await reply) as [unknown];
  return message;
}

async function answersAt(url: string, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`a gateway of the measurement ended (${child.exitCode})`);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  await response.arrayBuffer();
}
