import { Partitioners, type Producer } from 'kafkajs';
import { byTopic } from '../transport/by-topic';
import type { OutgoingMessage, Transport } from '../transport/transport';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { joinKafkaGroup } from './kafka-group-member';
import { tailKafka } from './tail-kafka';

/** The event log on Apache Kafka 4. The topics exist already; see `ensureKafkaTopics`. */
export function createKafkaTransport(options: KafkaOptions): Transport {
  const kafka = createKafkaClient(options);
  let producer: Promise<Producer> | undefined;

  /** Idempotent with one request in flight: retries neither double nor reorder. */
  async function connectProducer(): Promise<Producer> {
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

  return {
    async publish(messages) {
      producer ??= connectProducer();
      try {
        await (await producer).sendBatch({ acks: -1, topicMessages: toTopicMessages(messages) });
      } catch (error) {
        // A producer that failed for good keeps failing; the next batch gets a new one.
        const failed = producer;
        producer = undefined;
        void failed.then((old) => old.disconnect()).catch(() => undefined);
        throw error;
      }
    },
    consume: (subscription) => joinKafkaGroup(kafka, subscription, options.log),
    tail: (tailOptions) => tailKafka(options, tailOptions),
    // Brokers delete by the retention of the topic.
    prune: () => Promise.resolve(0),
    async close() {
      await producer?.then((last) => last.disconnect()).catch(() => undefined);
    },
  };
}

const toTopicMessages = (messages: readonly OutgoingMessage[]) =>
  [...byTopic(messages)].map(([topic, ofTopic]) => ({
    topic,
    messages: ofTopic.map(({ key, headers, value }) => ({ key, headers: { ...headers }, value })),
  }));
