import { randomBytes } from 'node:crypto';
import { describeOnKafka } from '@bindery/testing';
import { silentLog } from '../testing/test-event-log';
import { itKeepsTheTailContract } from '../testing/tail-contract';
import { itKeepsTheTransportContract, type TransportUnderTest } from '../testing/transport-contract';
import { ensureKafkaTopics } from './administration/ensure-kafka-topics';
import { createKafkaTransport } from './kafka-transport';

describeOnKafka('the event log on Kafka', (brokers) => {
  const options = { brokers, service: 'binding', log: silentLog };
  const topic = `test-${randomBytes(4).toString('hex')}.bindery.binding`;
  beforeAll(() => ensureKafkaTopics(options, [topic], 6));

  const underTest = (): TransportUnderTest => ({
    topic,
    newGroup: () => `${topic}.${randomBytes(4).toString('hex')}`,
    connect: () => createKafkaTransport(options),
  });
  itKeepsTheTransportContract(underTest);
  describe('a tail', () => itKeepsTheTailContract(underTest));
});
