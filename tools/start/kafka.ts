import { join } from 'node:path';
import { kafkaClassPath, requireJava } from './kafka-jars';
import type { Processes } from './processes';

/** Starts one node of Apache Kafka as a child and makes the topics. Answers `host:port` for KAFKA_BROKERS. */
export async function startKafka(processes: Processes, data: string, port: number): Promise<string> {
  requireJava();
  const env = { CLASS_PATH: await kafkaClassPath(), DIRECTORY: join(data, 'kafka'), PORT: String(port) };
  const child = processes.spawn('kafka', join(__dirname, 'kafka-child.ts'), env);
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), processes.failure]);
  return `127.0.0.1:${port}`;
}
