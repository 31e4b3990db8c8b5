import { partitionsPerTopic, topics } from '@bindery/event-contracts';
import { ensureKafkaTopics } from '@bindery/messaging';
import { describeTestKafka, startTestKafka, type TestKafka } from '@bindery/testing';
import { silentLog } from './events';

/** A real Kafka with our topics, as tests find it; undefined, and a line that says why, where there is none. */
export async function startBroker(): Promise<TestKafka | undefined> {
  const kafka = await startTestKafka();
  console.log(describeTestKafka(kafka));
  if (kafka.missing !== undefined) return undefined;
  await ensureKafkaTopics({ brokers: kafka.brokers, service: 'bench', log: silentLog }, topics, partitionsPerTopic);
  return kafka;
}
