import type { Kafka } from 'kafkajs';
import { backoffMs, pause } from '../connection/pause';
import { headsOf, type KafkaPlace } from './offsets-at';

export interface WatchHeadsOptions {
  readonly kafka: Kafka;
  readonly topics: readonly string[];
  /** Whether all before these places has been told. */
  readonly isTold: (heads: readonly KafkaPlace[]) => boolean;
  /** All that was in the log at this time has been told. */
  readonly onTold: (asOf: number) => void;
  readonly stopping: AbortSignal;
}

/** Between two questions. */
const lookEveryMs = 1_000;

/** Between two looks at how far the telling has come. */
const tellingMs = 50;

/**
 * Asks each second where the partitions end, and says so when all before has been told: a consumer is not told that a partition is empty, so that silence
 * alone is no sign of having read everything. While the brokers do not answer nothing is said.
 */
export async function watchHeads({ kafka, topics, isTold, onTold, stopping }: WatchHeadsOptions): Promise<void> {
  for (let failures = 0; !stopping.aborted;) {
    const admin = kafka.admin();
    try {
      await admin.connect();
      while (!stopping.aborted) {
        const asked = Date.now();
        const heads = await headsOf(admin, topics);
        failures = 0;
        while (!stopping.aborted && !isTold(heads)) await pause(tellingMs, stopping);
        if (!stopping.aborted) onTold(asked);
        await pause(lookEveryMs, stopping);
      }
    } catch {
      await pause(backoffMs((failures += 1), 100, 1_000), stopping);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}
