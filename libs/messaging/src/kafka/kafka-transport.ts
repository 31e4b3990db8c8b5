import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { withTimeout } from '../connection/with-timeout';
import { byTopic } from '../transport/by-topic';
import { checkSizes, largestMessageBytes, sizeOf } from '../transport/message-too-large';
import { publishInTurns } from '../transport/publish-in-turns';
import type { OutgoingMessage, Transport } from '../transport/transport';
import { createKafkaGroups } from './administration/kafka-groups';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { joinKafkaGroup } from './kafka-group-member';
import { tailKafka } from './tail-kafka';

/** The event log on Apache Kafka 4. The topics exist already; see `ensureKafkaTopics`. */
export function createKafkaTransport(options: KafkaOptions): Transport {
  const kafka = createKafkaClient(options);
  let producer: Promise<Producer> | undefined;

  async function send(messages: readonly OutgoingMessage[]): Promise<void> {
    producer ??= connectProducer(kafka);
    try {
      await (await producer).sendBatch({ acks: -1, topicMessages: toTopicMessages(messages) });
    } catch (error) {
      // A producer that failed for good keeps failing; the next batch gets a new one.
      const failed = producer;
      producer = undefined;
      void failed.then((old) => old.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async function publish(messages: readonly OutgoingMessage[]): Promise<void> {
    checkSizes(messages);
    for (const together of inRequests(messages)) await send(together);
  }

  return {
    groups: createKafkaGroups(createKafkaClient(options, { retries: 5 })),
    publish,
    openPublisher: () => publishInTurns(publish),
    consume: (subscription) => Promise.resolve(joinKafkaGroup(options, subscription)),
    tail: (tailOptions) => tailKafka(options, tailOptions),
    // Brokers delete by the retention of the topic.
    prune: () => Promise.resolve(0),
    async close() {
      // It may be waiting for a broker that is away.
      if (producer)
        await withTimeout(
          producer.then((last) => last.disconnect()).catch(() => undefined),
          2_000,
        );
    },
  };
}

/** Idempotent with one request in flight: retries neither double nor reorder. */
export async function connectProducer(kafka: Kafka): Promise<Producer> {
  const fresh = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    // The partitions that Java's client would choose.
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await fresh.connect();
  return fresh;
}

/** kafkajs sends all messages of a partition as one, to which the broker's limit applies: so many large ones go one after the other. */
function* inRequests(messages: readonly OutgoingMessage[]): Generator<readonly OutgoingMessage[]> {
  let from = 0;
  let bytes = 0;
  for (const [index, message] of messages.entries()) {
    const size = sizeOf(message);
    if (bytes + size > largestMessageBytes) {
      yield messages.slice(from, index);
      [from, bytes] = [index, 0];
    }
    bytes += size;
  }
  if (from < messages.length) yield messages.slice(from);
}

const toTopicMessages = (messages: readonly OutgoingMessage[]) =>
  [...byTopic(messages)].map(([topic, ofTopic]) => ({
    topic,
    messages: ofTopic.map(({ key, headers, value }) => ({ key, headers: { ...headers }, value })),
  }));
