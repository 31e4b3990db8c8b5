import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually';
import { freePort } from '../free-port';
import type { FirstWord } from './jar-kafka';
import { startKafkaNode } from './kafka-node';

// Keeps a node of Apache Kafka for a test run: tells its port once it takes connections, and ends with it.

const directory = mkdtempSync(join(tmpdir(), 'bindery-kafka-'));
let broker: ChildProcess | undefined;
let stopping = false;

/** A test's data is worth nothing, so there is no waiting for an orderly stop. */
function stop(): void {
  stopping = true;
  if (!broker) end(0);
  else broker.kill('SIGKILL');
}

function end(code: number): void {
  rmSync(directory, { recursive: true, force: true });
  process.exit(code);
}

async function main(): Promise<void> {
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  const port = await freePort();
  broker = await startKafkaNode({ directory, port, controllerPort: await freePort(), output: 'ignore' });
  broker.once('exit', () => end(stopping ? 0 : 1));
  if (stopping) stop();
  await eventually(() => answers(port), { withinMs: 60_000, everyMs: 100 });
  process.send?.({ port } satisfies FirstWord);
}

async function answers(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}

main().catch((error: unknown) => {
  process.send?.({ error: error instanceof Error ? error.message : String(error) } satisfies FirstWord, () => stop());
});
