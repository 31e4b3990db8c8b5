import { randomBytes } from 'node:crypto';
import { topics } from '@bindery/event-contracts';
import { describeOnKafka } from '@bindery/testing';
import { itSurvives } from '../testing/survival-contract';
import { silentLog } from '../testing/test-event-log';
import { ensureKafkaTopics } from './administration/ensure-kafka-topics';

describeOnKafka('events over Kafka', (brokers) => {
  beforeAll(() => ensureKafkaTopics({ brokers, service: 'binding', log: silentLog }, topics, 6));

  itSurvives({
    address: () => ({ kafkaBrokers: brokers }),
    newGroup: () => `binding.${randomBytes(4).toString('hex')}`,
  });
});
