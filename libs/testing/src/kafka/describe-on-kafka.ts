import { missingForKafkaJars } from './kafka-jars';

/**
 * `describe` for suites that need the run's Kafka, and get its brokers. Where there is none they are skipped, by a name
 * that says why.
 */
export function describeOnKafka(name: string, suite: (brokers: readonly string[]) => void): void {
  const { TEST_KAFKA_BROKERS: brokers, TEST_KAFKA_MISSING: missing } = process.env;
  if (brokers) describe(name, () => suite(brokers.split(',')));
  else if (missing) describe.skip(`${name} (${missing})`, () => suite([]));
  else throw new Error('No Kafka was looked for: name the file *.int.spec.ts and run it through Jest');
}

/** `describe` for suites that start Kafka nodes of their own from the jars; skipped by a name that says why. */
export function describeOnKafkaJars(name: string, suite: () => void): void {
  const missing = missingForKafkaJars();
  if (missing) describe.skip(`${name} (no ${missing})`, suite);
  else describe(name, suite);
}
