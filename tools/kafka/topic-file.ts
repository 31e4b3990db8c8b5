import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KafkaTopic } from '@bindery/messaging';
import { root } from '../start/start-options';

const topicSchema = z.strictObject({
  partitions: z.number().int().positive(),
  /** How long events are kept; null: for ever. */
  retentionDays: z.number().positive().nullable(),
  /** Keep at least the last event of each key. */
  compacted: z.boolean().default(false),
});

const fileSchema = z.strictObject({
  /** Brokers that hold a copy of each partition; as many as there are, where there are fewer. */
  replicas: z.number().int().positive(),
  topics: z.record(z.string(), topicSchema),
});
type TopicFile = z.infer<typeof fileSchema>;

const dayMs = 24 * 60 * 60 * 1000;

/** The relay takes nothing larger than the broker's own default, which is said here so that nobody finds it out. */
const maxMessageBytes = 1_048_588;

/** The topics as infra/kafka/topics.generated.json wants them on a cluster of so many brokers. */
export function readWantedTopics(
  brokers: number,
  file = join(root, 'infra/kafka/topics.generated.json'),
): readonly KafkaTopic[] {
  return toWantedTopics(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), brokers);
}

function toWantedTopics({ replicas: most, topics }: TopicFile, brokers: number): readonly KafkaTopic[] {
  const replicas = Math.min(most, brokers);
  return Object.entries(topics).map(([name, { partitions, retentionDays, compacted }]) => ({
    name,
    partitions,
    replicas,
    config: {
      'cleanup.policy': compacted ? (retentionDays === null ? 'compact' : 'compact,delete') : 'delete',
      'retention.ms': String(retentionDays === null ? -1 : retentionDays * dayMs),
      'max.message.bytes': String(maxMessageBytes),
      // What is acknowledged is on two brokers, and one of three may be away.
      'min.insync.replicas': String(replicas > 2 ? 2 : 1),
    },
  }));
}
