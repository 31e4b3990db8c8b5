import { topicOf, topics, type Topic } from './topics';

/**
 * How many days the event log keeps the events of each topic, on PostgreSQL as on Kafka: a month to notice that a consumer got something
 * wrong and to read again. `infra/kafka/topics.generated.json` is generated from it, and what else has to outlive the log is derived from it.
 */
const usualDays = 30;

/** Topics whose events are kept for longer or shorter than is usual. */
const ownDays: Readonly<Partial<Record<Topic, number>>> = {};

export const retentionDays = Object.fromEntries(
  topics.map((topic) => [topic, ownDays[topic] ?? usualDays]),
) as Readonly<Record<Topic, number>>;

/** The days for which the topic of a service is kept; undefined for a service that publishes nothing. */
export function retentionDaysOf(service: string): number | undefined {
  const own = topics.find((topic) => topic === topicOf(service));
  return own && retentionDays[own];
}

/** No event is in the log for longer, whatever its topic. */
export const longestRetentionDays = Math.max(...Object.values(retentionDays));

/** Every event is in the log for as long, whatever its topic. */
export const shortestRetentionDays = Math.min(...Object.values(retentionDays));
