import { randomBytes } from 'node:crypto';
import { silentLog } from '../testing/test-event-log';
import { itKeepsTheTransportContract } from '../transport/transport-contract';
import { ensureKafkaTopics } from './ensure-kafka-topics';
import { createKafkaTransport } from './kafka-transport';

const brokers = process.env.KAFKA_BROKERS?.split(',');

(brokers ? describe : describe.skip)('the event log on Kafka (KAFKA_BROKERS)', () => {
  const options = { brokers: brokers ?? [], service: 'binding', log: silentLog };
  const topic = `test-${randomBytes(4).toString('hex')}.bindery.binding`;
  beforeAll(() => ensureKafkaTopics(options, [topic], 6));

  itKeepsTheTransportContract(() => ({
    topic,
    newGroup: () => `${topic}.${randomBytes(4).toString('hex')}`,
    connect: () => createKafkaTransport(options),
  }));
});
