import { freePort } from '../free-port';

/** Kafka in a container, or undefined where no Docker engine answers. KAFKA_IMAGE names another image than the official one. Throws when it does not start. */
export async function startKafkaContainer(): Promise<
  { brokers: readonly string[]; stop(): Promise<void> } | undefined
> {
  // Loaded here because it takes a second, and needs a newer Node than some have.
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  const engine = await getContainerRuntimeClient().catch(() => undefined);
  if (!engine) return undefined;
  // A broker tells clients its own address, so its port outside is chosen before it starts.
  const port = await freePort();
  const container = await new GenericContainer(process.env.KAFKA_IMAGE ?? 'apache/kafka:4.2.0')
    .withEnvironment(environment(port))
    .withExposedPorts({ container: 9092, host: port })
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(180_000)
    .start();
  return { brokers: [`127.0.0.1:${port}`], stop: async () => void (await container.stop()) };
}

const environment = (port: number) => ({
  CLUSTER_ID: 'YmluZGVyeS1jb250YWluZQ',
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_LISTENERS: 'OUTSIDE://:9092,CONTROLLER://:9093',
  KAFKA_ADVERTISED_LISTENERS: `OUTSIDE://127.0.0.1:${port}`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_INTER_BROKER_LISTENER_NAME: 'OUTSIDE',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_LOG_DIRS: '/var/lib/kafka/data',
});
