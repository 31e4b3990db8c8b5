import { services } from '../../../services.json';

export type Topic = `bindery.${keyof typeof services}`;

/** The topics there are: one for each service, and only that service may write to it. */
export const topics = Object.keys(services).map((name) => topicOf(name) as Topic);

/** Order is kept within a partition, so this bounds how many members of a consumer group can share a topic. */
export const partitionsPerTopic = 6;

/** Brokers of Kafka that hold a copy of each partition; as many as there are, where there are fewer. */
export const replicasPerPartition = 3;

/** The one topic that a service publishes on. */
export function topicOf(service: string): string {
  return `bindery.${service}`;
}
