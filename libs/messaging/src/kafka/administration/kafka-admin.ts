import { setTimeout as pause } from 'node:timers/promises';
import { ConfigResourceTypes, ConfigSource, type Admin } from 'kafkajs';
import { addAcls, readAcls, removeAcls, type KafkaAcl } from './kafka-acls';
import { createKafkaClient, type KafkaOptions } from '../kafka-client';

/** A topic as the brokers have it, or as it is wanted. */
export interface KafkaTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  /** What is set for this topic; anything else follows the broker. */
  readonly config: Readonly<Record<string, string>>;
}

/** What a person who looks after the brokers does; services never need it. */
export interface KafkaAdmin {
  countBrokers(): Promise<number>;
  /** Every topic but Kafka's own. */
  readTopics(): Promise<readonly KafkaTopic[]>;
  createTopics(topics: readonly KafkaTopic[]): Promise<void>;
  addPartitions(topic: string, partitions: number): Promise<void>;
  /** Sets exactly these; what was set beside them follows the broker again. */
  setTopicConfig(topic: string, config: KafkaTopic['config']): Promise<void>;
  readAcls(): Promise<readonly KafkaAcl[] | undefined>;
  addAcls(acls: readonly KafkaAcl[]): Promise<void>;
  removeAcls(acls: readonly KafkaAcl[]): Promise<void>;
  close(): Promise<void>;
}

/** Connects as somebody who may look at, and change, topics and rights. Waits for the brokers. */
export async function connectKafkaAdmin(options: KafkaOptions): Promise<KafkaAdmin> {
  const admin = createKafkaClient(options).admin();
  await admin.connect();
  return {
    countBrokers: async () => (await admin.describeCluster()).brokers.length,
    readTopics: () => readTopics(admin),
    async createTopics(topics) {
      await admin.createTopics({ waitForLeaders: false, topics: topics.map(toNewTopic) });
      await haveLeaders(
        admin,
        topics.map(({ name }) => name),
      );
    },
    async addPartitions(topic, count) {
      await admin.createPartitions({ topicPartitions: [{ topic, count }] });
    },
    async setTopicConfig(topic, config) {
      const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }],
      });
    },
    readAcls: () => readAcls(admin),
    addAcls: (acls) => addAcls(admin, acls),
    removeAcls: (acls) => removeAcls(admin, acls),
    close: () => admin.disconnect(),
  };
}

/** A topic is made before its brokers have heard of it; kafkajs's own wait takes that for an error. */
async function haveLeaders(admin: Admin, topics: string[]): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await admin.fetchTopicMetadata({ topics }).catch(() => undefined);
    if (found?.topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0)))
      return;
    if (Date.now() > deadline) throw new Error(`the partitions of ${topics.join(', ')} have no leaders after 30 s`);
    await pause(100);
  }
}

const toNewTopic = ({ name, partitions, replicas, config }: KafkaTopic) => ({
  topic: name,
  numPartitions: partitions,
  replicationFactor: replicas,
  configEntries: Object.entries(config).map(([option, value]) => ({ name: option, value })),
});

async function readTopics(admin: Admin): Promise<readonly KafkaTopic[]> {
  const names = (await admin.listTopics()).filter((name) => !name.startsWith('__'));
  if (names.length === 0) return [];
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  const configs = new Map(resources.map(({ resourceName, configEntries }) => [resourceName, toConfig(configEntries)]));
  return topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.length,
    replicas: partitions[0]?.replicas.length ?? 0,
    config: configs.get(name) ?? {},
  }));
}

const toConfig = (entries: readonly { configName: string; configValue: string; configSource: ConfigSource }[]) =>
  Object.fromEntries(
    entries
      .filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
      .map(({ configName, configValue }) => [configName, configValue]),
  );
