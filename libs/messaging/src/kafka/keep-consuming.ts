import type { Log } from '@bindery/service';
import type { Consumer, ConsumerConfig, ConsumerRunConfig, Kafka } from 'kafkajs';
import type { Kept } from '../connection/keep-connected';
import { backoffMs, pause } from '../connection/pause';
import { withTimeout } from '../connection/with-timeout';
import { asMember } from './keep-membership';

/** A broker that is away gets no more than this to hear that a consumer goes; the group notices by itself. */
const goodbyeMs = 2_000;

interface KeepConsumingOptions {
  /** Gives up after some retries: starting again is done here, and may be stopped between two tries. */
  readonly kafka: Kafka;
  readonly config: ConsumerConfig;
  readonly topics: readonly string[];
  readonly run: ConsumerRunConfig;
  /** Told each time the consumer is in its group and has not fetched yet. */
  readonly onJoined?: (consumer: Consumer) => void;
  /** Resolves when nothing is being handled. */
  readonly settled: () => Promise<unknown>;
  readonly log: Log;
}

/** Consumes until stopped, again whenever kafkajs gave up, for whatever reason: rights and topics come back as brokers do. */
export function keepConsuming({ kafka, config, topics, run, onJoined, settled, log }: KeepConsumingOptions): Kept {
  const stopping = new AbortController();
  const asked = new Promise<undefined>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(undefined)),
  );
  let memberId: string | undefined;
  let failures = 0;

  async function consumeUntilLost(): Promise<void> {
    const consumer = kafka.consumer({
      allowAutoTopicCreation: false,
      ...config,
      retry: { ...config.retry, restartOnFailure: () => Promise.resolve(false) },
    });
    const crashed = new Promise<Error>((resolve) =>
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error)),
    );
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      memberId = payload.memberId;
      failures = 0;
      onJoined?.(consumer);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      if (!stopping.signal.aborted) await asMember(memberId, () => consumer.run(run));
      const error = await Promise.race([crashed, asked]);
      if (error) throw error;
    } finally {
      fetchNoMore(consumer, topics);
      await settled();
      await withTimeout(
        consumer.disconnect().catch(() => undefined),
        goodbyeMs,
      );
    }
  }

  async function consume(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await consumeUntilLost();
      } catch (error) {
        failures += 1;
        log.warn({ err: error, group: config.groupId, failures }, 'kafka consumer failed, it starts again');
        await pause(backoffMs(failures, 100, 1_000), stopping.signal);
      }
    }
  }

  const consuming = consume();
  return {
    async stop() {
      stopping.abort();
      await settled();
      await withTimeout(consuming, 2 * goodbyeMs);
    },
  };
}

/** It stays in the group, and what is being handled can still be committed. */
function fetchNoMore(consumer: Consumer, topics: readonly string[]): void {
  try {
    consumer.pause(topics.map((topic) => ({ topic })));
  } catch {
    // It does not run, so it fetches nothing.
  }
}
