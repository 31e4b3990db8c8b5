import { randomBytes } from 'node:crypto';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { backoffMs, pause } from '../connection/pause';
import { tell } from '../transport/tell';
import type { Tail, TailOptions } from '../transport/transport';
import { toIncoming } from './incoming-message';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { offsetsAt } from './offsets-at';

/** Give up on a broker soon: this starts again by itself, and can be stopped meanwhile. */
const patience = { retries: 3 };

/**
 * kafkajs reads in groups only. So each reading is a group of its own, which nobody joins and which commits nothing; it begins where this
 * tail is by seeking. The broker forgets a group that is empty and has no offsets.
 */
export function tailKafka(options: KafkaOptions, tailOptions: TailOptions): Tail {
  const { service, log } = options;
  const { topics, from } = tailOptions;
  const kafka = createKafkaClient(options, patience);
  const stopping = new AbortController();
  const positions = new Map<string, bigint>();
  let told = Promise.resolve();
  let failures = 0;

  async function readUntilLost(): Promise<void> {
    for (const { topic, partition, offset } of positions.size ? [] : await offsetsAt(kafka, topics, from)) positions.set(nameOf(topic, partition), offset);
    const consumer = kafka.consumer({
      groupId: `${service}.tail.${randomBytes(8).toString('hex')}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 500,
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    const crashed = new Promise<Error>((resolve) => consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error)));
    // What a broker answers late when it is stopping does not matter to a reader that commits nothing.
    const leave = () => Promise.race([consumer.disconnect().catch(() => undefined), pause(1_000)]);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      consumer.on(consumer.events.GROUP_JOIN, () => {
        failures = 0;
        seekAll(consumer);
      });
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
      const error = await Promise.race([crashed, ended]);
      if (error) throw error;
    } finally {
      await leave();
    }
  }

  const ended = new Promise<undefined>((resolve) => stopping.signal.addEventListener('abort', () => resolve(undefined)));

  /** Before the first fetch of a group, which would else begin at the beginning of the log. */
  function seekAll(consumer: Consumer): void {
    for (const [name, position] of positions) {
      const [topic = '', partition] = name.split('/');
      consumer.seek({ topic, partition: Number(partition), offset: position.toString() });
    }
  }

  async function eachBatch({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const name = nameOf(batch.topic, batch.partition);
    for (const message of batch.messages) {
      if (stopping.signal.aborted || !isRunning() || isStale()) return;
      if (BigInt(message.offset) >= (positions.get(name) ?? 0n)) {
        positions.set(name, BigInt(message.offset) + 1n);
        await (told = tell(tailOptions, toIncoming(batch.topic, batch.partition, message), log));
      }
      resolveOffset(message.offset);
      await heartbeat();
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await readUntilLost();
      } catch (error) {
        failures += 1;
        log.warn({ err: error, topics }, 'tail lost the broker, trying again');
        await pause(backoffMs(failures, 100, 1_000), stopping.signal);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await told;
      // A broker that does not answer is not waited for.
      await Promise.race([running, pause(2_000)]);
    },
  };
}

const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;
