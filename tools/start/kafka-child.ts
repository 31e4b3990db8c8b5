import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { partitionsPerTopic, topics } from '@bindery/event-contracts';
import { ensureKafkaTopics } from '@bindery/messaging';
import { createLog } from '@bindery/observability';
import { root } from './start-options';

// Apache Kafka in a process of its own, for the same reasons as PostgreSQL: stopped last, and never left behind.
async function main(): Promise<void> {
  const { CLASS_PATH = '', DIRECTORY = '', PORT = '' } = process.env;
  const properties = writeProperties(DIRECTORY, Number(PORT));
  const java = ['-cp', CLASS_PATH];
  if (!existsSync(join(DIRECTORY, 'data', 'meta.properties'))) {
    const { stdout } = await promisify(execFile)('java', [...java, 'kafka.tools.StorageTool', 'random-uuid']);
    await promisify(execFile)('java', [...java, 'kafka.tools.StorageTool', 'format', `--cluster-id=${stdout.trim()}`, '-c', properties, '--standalone']);
  }
  const broker = spawn('java', ['-Xmx512m', ...java, 'kafka.Kafka', properties], { stdio: ['ignore', 'inherit', 'inherit'] });
  broker.once('exit', (code) => process.exit(code === 143 ? 0 : (code ?? 1)));
  process.once('SIGTERM', () => broker.kill('SIGTERM'));
  process.once('disconnect', () => broker.kill('SIGTERM'));
  const log = createLog({ service: 'kafka', level: 'warn', format: 'json' });
  await ensureKafkaTopics({ brokers: [`127.0.0.1:${PORT}`], service: 'topics', log }, topics, partitionsPerTopic);
  process.send?.({ ready: true });
}

function writeProperties(directory: string, port: number): string {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'server.properties');
  const own = [
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    `controller.quorum.bootstrap.servers=127.0.0.1:${port + 1}`,
    `log.dirs=${join(directory, 'data')}`,
  ];
  writeFileSync(file, `${readFileSync(join(root, 'infra/kafka/server.properties'), 'utf8')}\n${own.join('\n')}\n`);
  return file;
}

main().catch((error: unknown) => {
  console.error(`Kafka did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
