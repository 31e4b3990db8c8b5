import { startKafkaContainer } from './kafka-container';
import { missingForKafkaJars } from './kafka-jars';
import { startJarKafka } from './jar-kafka';

/** A real Kafka for one test run, or none. */
export interface TestKafka {
  readonly brokers: readonly string[];
  readonly source: 'KAFKA_BROKERS' | 'a container' | 'its jars' | 'nowhere';
  /** Why there is none; undefined when there is one. */
  readonly missing?: string;
  stop(): Promise<void>;
}

type Running = Pick<TestKafka, 'brokers' | 'stop'>;

/**
 * The Kafka that KAFKA_BROKERS names; else one in a container where a Docker engine answers; else one from its jars
 * where Java and Maven are; else none, with the reasons. Never throws: who has only Node still gets all other tests.
 */
export async function startTestKafka(): Promise<TestKafka> {
  const { KAFKA_BROKERS } = process.env;
  if (KAFKA_BROKERS) return { brokers: KAFKA_BROKERS.split(','), source: 'KAFKA_BROKERS', stop: async () => undefined };
  const inContainer = await attempt(async () => (await startKafkaContainer()) ?? 'no Docker engine');
  if (typeof inContainer !== 'string') return { ...inContainer, source: 'a container' };
  const fromJars = await attempt(() => {
    const missing = missingForKafkaJars();
    return missing ? Promise.resolve(`no ${missing}`) : startJarKafka();
  });
  if (typeof fromJars !== 'string') return { ...fromJars, source: 'its jars' };
  return {
    brokers: [],
    source: 'nowhere',
    missing: ['no KAFKA_BROKERS', inContainer, fromJars].join('; '),
    stop: async () => undefined,
  };
}

/** What was started, or the first line of why it was not. */
const attempt = (start: () => Promise<Running | string>): Promise<Running | string> =>
  start().catch((error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');

/** One line for people: which Kafka a run uses, or why its suites are skipped. */
export const describeTestKafka = ({ brokers, source, missing }: TestKafka): string =>
  missing === undefined ? `Kafka from ${source}: ${brokers.join()}` : `No Kafka, its suites are skipped: ${missing}`;

/** The variables by which Jest's workers know of a Kafka, or why there is none. */
export const toKafkaEnvironment = ({
  brokers,
  missing,
}: Pick<TestKafka, 'brokers' | 'missing'>): Record<string, string> =>
  missing === undefined ? { TEST_KAFKA_BROKERS: brokers.join() } : { TEST_KAFKA_MISSING: missing };
