import { partitionsPerTopic, topics } from '@bindery/event-contracts';
import { ensureKafkaTopics } from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { startKafkaNode } from '@bindery/testing';

// Apache Kafka in a process of its own, for the same reasons as PostgreSQL: stopped last, and never left behind.
async function main(): Promise<void> {
  const { DIRECTORY = '', PORT = '', CONTROLLER_PORT, ADVERTISED_PORT = PORT } = process.env;
  const broker = await startKafkaNode({
    directory: DIRECTORY,
    port: Number(PORT),
    advertisedPort: Number(ADVERTISED_PORT),
    ...(CONTROLLER_PORT && { controllerPort: Number(CONTROLLER_PORT) }),
  });
  broker.once('exit', (code) => process.exit(code === 143 ? 0 : (code ?? 1)));
  process.once('SIGTERM', () => broker.kill('SIGTERM'));
  process.once('disconnect', () => broker.kill('SIGTERM'));
  const log = createLog({ service: 'kafka', level: 'warn', format: 'json' });
  await ensureKafkaTopics({ brokers: [`127.0.0.1:${PORT}`], service: 'topics', log }, topics, partitionsPerTopic);
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  console.error(`Kafka did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
