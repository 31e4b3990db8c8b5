import { randomBytes } from 'node:crypto';
import { topics } from '@bindery/event-contracts';
import { describeOnKafka } from '@bindery/testing';
import { itReplaysConsumers } from '../testing/replay-contract';
import { silentLog } from '../testing/test-event-log';
import { ensureKafkaTopics } from './administration/ensure-kafka-topics';

describeOnKafka('a replay from the event log on Kafka', (brokers) => {
  beforeAll(() => ensureKafkaTopics({ brokers, service: 'binding', log: silentLog }, topics, 6));

  itReplaysConsumers({
    address: () => ({ kafkaBrokers: brokers }),
    newGroup: () => `binding.${randomBytes(4).toString('hex')}`,
    shared: true,
  });
});
