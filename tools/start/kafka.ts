import { join } from 'node:path';
import { kafkaJarsFolder, requireJava } from '../kafka/kafka-jars';
import type { Processes } from './processes';

/** Starts one node of Apache Kafka as a child and makes the topics. Answers `host:port` for KAFKA_BROKERS. */
export async function startKafka(processes: Processes, data: string, port: number): Promise<string> {
  // Here and not in the child, so that what is missing is said in words for people.
  requireJava();
  await kafkaJarsFolder();
  const child = processes.spawn('kafka', join(__dirname, 'kafka-child.ts'), { DIRECTORY: join(data, 'kafka'), PORT: String(port) });
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), processes.failure]);
  return `127.0.0.1:${port}`;
}
