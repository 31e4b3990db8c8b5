import { startKafkaContainer } from './kafka-container';
import { missingForKafkaJars } from './kafka-jars';
import { startJarKafka } from './jar-kafka';

/** A real Kafka for one test run; `missing` says why there is none. */
export interface TestKafka {
  readonly brokers: readonly string[];
  /** What it is, or what this machine lacks, for people. */
  readonly words: string;
  readonly missing?: string;
  stop(): Promise<void>;
}

/**
 * The Kafka that KAFKA_BROKERS names; else one in a container where a Docker engine answers; else one from its jars
 * where Java and Maven are; else none, with the reason. Never throws: who has only Node still gets all other tests.
 */
export async function startTestKafka(): Promise<TestKafka> {
  const { KAFKA_BROKERS } = process.env;
  if (KAFKA_BROKERS) return { brokers: KAFKA_BROKERS.split(','), words: `Kafka: KAFKA_BROKERS (${KAFKA_BROKERS})`, stop: async () => undefined };
  const reasons: string[] = ['no KAFKA_BROKERS'];
  for (const start of [inContainer, fromJars]) {
    const kafka = await start().catch((error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');
    if (typeof kafka !== 'string') return kafka;
    reasons.push(kafka);
  }
  const missing = reasons.join('; ');
  return { brokers: [], missing, words: `Kafka: none, its suites are skipped (${missing})`, stop: async () => undefined };
}

async function inContainer(): Promise<TestKafka | string> {
  const container = await startKafkaContainer();
  return container ? { ...container, words: `Kafka: in a container, ${container.brokers.join()}` } : 'no Docker engine';
}

async function fromJars(): Promise<TestKafka | string> {
  const missing = missingForKafkaJars();
  if (missing) return `no ${missing}`;
  const node = await startJarKafka();
  return { ...node, words: `Kafka: from its jars, ${node.brokers.join()}` };
}

/** The variables by which Jest's workers know of a Kafka, or why there is none. */
export const toKafkaEnvironment = ({ brokers, missing }: TestKafka): Record<string, string> =>
  missing === undefined ? { TEST_KAFKA_BROKERS: brokers.join() } : { TEST_KAFKA_MISSING: missing };
