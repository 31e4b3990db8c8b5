import { randomBytes } from 'node:crypto';
import { topics } from '@bindery/event-contracts';
import { itSurvives } from '../testing/survival-contract';
import { silentLog } from '../testing/test-event-log';
import { ensureKafkaTopics } from './administration/ensure-kafka-topics';

const brokers = process.env.KAFKA_BROKERS?.split(',');

(brokers ? describe : describe.skip)('events over Kafka (KAFKA_BROKERS)', () => {
  beforeAll(() => ensureKafkaTopics({ brokers: brokers ?? [], service: 'binding', log: silentLog }, topics, 6));

  itSurvives({ address: () => ({ kafkaBrokers: brokers }), newGroup: () => `binding.${randomBytes(4).toString('hex')}` });
});
