import { randomBytes } from 'node:crypto';
import { describeOnKafkaJars } from '@bindery/testing';
import { itOutlastsOutages } from '../testing/outage-contract';
import { startOwnBroker, type OwnBroker } from '../testing/own-broker';

// A broker of its own: others could not stand what is done to it.
describeOnKafkaJars('with the event log on Kafka', () => {
  let broker: OwnBroker;
  beforeAll(async () => (broker = await startOwnBroker()), 180_000);
  afterAll(() => broker.end());

  itOutlastsOutages(
    () => ({
      address: { kafkaBrokers: broker.brokers },
      proxy: broker.proxy,
      newGroup: () => `binding.${randomBytes(4).toString('hex')}`,
    }),
    async () => {
      await broker.kill();
      await broker.start();
    },
  );
});
