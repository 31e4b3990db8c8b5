import { join } from 'node:path';
import { kafkaJarsFolder } from '@bindery/testing';
import type { Processes } from '../processes/processes';
import { StartError } from '../start-error';

/** Starts one node of Apache Kafka as a child and makes the topics. Answers `host:port` for KAFKA_BROKERS. */
export async function startKafka(processes: Processes, data: string, port: number): Promise<string> {
  // Here and not in the child, so that what is missing is said in words for people.
  await kafkaJarsFolder().catch((error: Error) => {
    throw new StartError(
      error.message,
      'Install Java 17 and Maven, or start without --kafka: events then go over PostgreSQL.',
    );
  });
  const child = processes.spawn('kafka', join(__dirname, 'kafka-child.ts'), {
    DIRECTORY: join(data, 'kafka'),
    PORT: String(port),
  });
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), processes.failure]);
  return `127.0.0.1:${port}`;
}
