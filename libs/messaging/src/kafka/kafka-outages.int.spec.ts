import { randomBytes } from 'node:crypto';
import { itOutlastsOutages } from '../testing/outage-contract';
import { canStartBroker, startOwnBroker, type OwnBroker } from '../testing/own-broker';

// A broker of its own: others could not stand what is done to it. So it runs where Kafka can be started from its jars.
const runs = process.env.KAFKA_BROKERS !== undefined && canStartBroker();

(runs ? describe : describe.skip)('with the event log on Kafka (KAFKA_BROKERS, Java and Maven)', () => {
  let broker: OwnBroker;
  beforeAll(async () => (broker = await startOwnBroker()), 180_000);
  afterAll(() => broker.end());

  itOutlastsOutages(
    () => ({ address: { kafkaBrokers: broker.brokers }, proxy: broker.proxy, newGroup: () => `binding.${randomBytes(4).toString('hex')}` }),
    async () => {
      await broker.kill();
      await broker.start();
    },
  );
});
