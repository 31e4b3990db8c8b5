import { randomBytes } from 'node:crypto';
import { topics } from '@bindery/event-contracts';
import { describeOnKafka } from '@bindery/testing';
import { itPutsPoisonAside } from '../testing/poison-contract';
import { silentLog } from '../testing/test-event-log';
import { ensureKafkaTopics } from './administration/ensure-kafka-topics';
import { connectKafkaAdmin, type KafkaAdmin, type KafkaTopic } from './administration/kafka-admin';
import { connectProducer } from './kafka-transport';
import { createKafkaClient } from './kafka-client';

const topic = 'bindery.binding';

describeOnKafka('poison in the event log on Kafka', (brokers) => {
  const options = { brokers, service: 'binding', log: silentLog };
  let admin: KafkaAdmin;
  let before: KafkaTopic['config'];
  let producer: Awaited<ReturnType<typeof connectProducer>>;
  beforeAll(async () => {
    await ensureKafkaTopics(options, topics, 6);
    admin = await connectKafkaAdmin(options);
    before = (await admin.readTopics()).find(({ name }) => name === topic)?.config ?? {};
    // As somebody might set it for reasons of his own.
    await admin.setTopicConfig(topic, { ...before, 'max.message.bytes': '3000000' });
    producer = await connectProducer(createKafkaClient(options));
  });
  afterAll(async () => {
    await producer.disconnect();
    await admin.setTopicConfig(topic, before);
    await admin.close();
  });

  itPutsPoisonAside({
    address: () => ({ kafkaBrokers: brokers }),
    newGroup: () => `binding.${randomBytes(4).toString('hex')}`,
    async writeFromElsewhere(messages) {
      await producer.send({
        topic,
        messages: messages.map(({ key, headers, value }) => ({ key, headers: { ...headers }, value })),
      });
    },
    async writeMalformed({ key, headers, value }) {
      const noText = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]);
      const messages = [
        { key, headers: {}, value: null },
        { key, headers: { ce_id: noText }, value: noText },
        { key, headers: { ce_id: ['a', noText] }, value },
        { key, headers: { ...headers, ce_type: '\0'.repeat(1_000) }, value },
        { key, headers: { ['x'.repeat(100_000)]: 'x'.repeat(100_000) }, value: '' },
        { key, headers: { ...headers, ce_id: 'event_1' }, value: 'null' },
      ];
      await producer.send({ topic, messages });
      return messages.length;
    },
  });
});
