import { randomBytes } from 'node:crypto';
import type { Log } from '@bindery/service';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { backoffMs, pause } from '../connection/pause';
import { withTimeout } from '../connection/with-timeout';
import { notifyListener } from '../transport/notify-listener';
import type { Tail, TailOptions } from '../transport/transport';
import { toIncoming } from './incoming-message';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { keepConsuming } from './keep-consuming';
import { offsetsAt } from './offsets-at';
import { watchHeads } from './watch-heads';

const retries = 3;

/**
 * kafkajs reads in groups only. So each tail is a group of its own, which nobody else joins and which commits nothing; whenever it is joined
 * it seeks to where this tail is. The broker forgets a group that is empty and has no offsets.
 */
export function tailKafka(options: KafkaOptions, tailOptions: TailOptions): Tail {
  const { service, log } = options;
  const { topics } = tailOptions;
  const kafka = createKafkaClient(options, { retries });
  const stopping = new AbortController();
  let notifying = Promise.resolve();
  let toldAsOf = 0;

  async function readOn(): Promise<void> {
    const positions = await findPositions(kafka, tailOptions, log, stopping.signal);
    if (stopping.signal.aborted) return;
    const kept = keepConsuming({
      kafka,
      config: {
        groupId: `${service}.tail.${randomBytes(8).toString('hex')}`,
        sessionTimeout: 6_000,
        heartbeatInterval: 1_000,
        maxWaitTimeInMs: 500,
      },
      topics,
      run: { autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => notifyOf(payload, positions) },
      onJoined: (consumer) => seekAll(consumer, positions),
      settled: () => notifying,
      log,
    });
    await watchHeads({
      kafka,
      topics,
      isTold: (heads) =>
        heads.every(({ topic, partition, offset }) => (positions.get(nameOf(topic, partition)) ?? 0n) >= offset),
      onTold: (asOf) => (toldAsOf = asOf),
      stopping: stopping.signal,
    });
    await kept.stop();
  }

  async function notifyOf(
    { batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload,
    positions: Map<string, bigint>,
  ): Promise<void> {
    const name = nameOf(batch.topic, batch.partition);
    for (const message of batch.messages) {
      if (stopping.signal.aborted || !isRunning() || isStale()) return;
      if (BigInt(message.offset) >= (positions.get(name) ?? 0n)) {
        positions.set(name, BigInt(message.offset) + 1n);
        await (notifying = notifyListener(tailOptions, toIncoming(batch.topic, batch.partition, message), log));
      }
      resolveOffset(message.offset);
      await heartbeat();
    }
  }

  const reading = readOn();
  return {
    get toldAsOf() {
      return toldAsOf;
    },
    async stop() {
      stopping.abort();
      await notifying;
      // A broker that does not answer is not waited for.
      await withTimeout(reading, 3_000);
    },
  };
}

/** Where each partition goes on; asked until there is an answer. */
async function findPositions(
  kafka: Kafka,
  { topics, from }: TailOptions,
  log: Log,
  stopping: AbortSignal,
): Promise<Map<string, bigint>> {
  for (let failures = 0; !stopping.aborted;) {
    try {
      const offsets = await offsetsAt(kafka, topics, from);
      return new Map(offsets.map(({ topic, partition, offset }) => [nameOf(topic, partition), offset]));
    } catch (error) {
      log.warn({ err: error, topics }, 'tail cannot begin, trying again');
      await pause(backoffMs((failures += 1), 100, 1_000), stopping);
    }
  }
  return new Map();
}

/** Before the first fetch of a group, which would else begin at the beginning of the log. */
function seekAll(consumer: Consumer, positions: ReadonlyMap<string, bigint>): void {
  for (const [name, position] of positions) {
    const [topic = '', partition] = name.split('/');
    consumer.seek({ topic, partition: Number(partition), offset: position.toString() });
  }
}

const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;
