import type { Client } from 'pg';
import { backoffMs } from '../connection/pause';
import type { Wake } from '../connection/wake';
import { timedOut, withTimeout } from '../connection/with-timeout';
import type { Publisher } from '../transport/transport';
import { batchSize, exchangeBatch, markPublished, type OutboxBatch } from './outbox-batches';
import type { RelayMetrics } from './relay-metrics';

/** After work the next look comes soon, then ever later: commits of other processes do not wake this one. */
const soonestLookMs = 2;
const latestLookMs = 1_000;

/** How long a stop waits for a log that is away. What it gives up may still arrive: a second time, which the inbox knows. */
const drainMs = 5_000;

/** So many batches the log may have taken without being known to be durable; no more are sent before. */
const batchesUnderWayMax = 8;

/** Moments between which a crash leaves different things behind. */
export type RelayStep = 'locked' | 'fetching' | 'sending' | 'acked' | 'marking' | 'marked';

/** Where events are moved from, by the one relay that is at work. */
export interface Moving {
  /** The service's own database. */
  readonly client: Client;
  /** Fires when the connection, and the lock with it, is lost, or when the relay shall stop. */
  readonly ended: AbortSignal;
  readonly wake: Wake;
  readonly metrics: RelayMetrics;
  readonly onStep: (step: RelayStep) => void;
}

/** Why a publisher takes nothing more. */
interface PublisherFailed {
  readonly cause: unknown;
}

/**
 * Moves events through one publisher, in their order. Batches follow one another without waiting for each to be durable, and are marked when they are.
 * Answers why the publisher failed, which leaves the rest unmarked; nothing when the session ended.
 */
export async function moveEvents(
  session: Moving,
  publisher: Publisher,
  onProgress: () => void,
): Promise<PublisherFailed | undefined> {
  const { client, ended, wake, metrics, onStep } = session;
  const underWay = new Map<OutboxBatch, Promise<void>>();
  let durable: OutboxBatch[] = [];
  let sending = Promise.resolve();
  let failed: PublisherFailed | undefined;

  const onFailed = (cause: unknown) => {
    failed ??= { cause };
    wake.signal();
  };
  const onDurable = (batch: OutboxBatch) => {
    onStep('acked');
    onProgress();
    metrics.published.inc(batch.messages.length);
    underWay.delete(batch);
    durable.push(batch);
    wake.signal();
  };

  function send(batch: OutboxBatch): void {
    onStep('sending');
    const appending = beforeDrainEnds(publisher.append(batch.messages), ended);
    sending = appending.then(() => undefined, onFailed);
    const lasting = beforeDrainEnds(
      appending.then((appended) => appended.durable),
      ended,
    );
    underWay.set(
      batch,
      lasting.then(() => onDurable(batch), onFailed),
    );
  }

  for (let idle = 0; !ended.aborted && !failed;) {
    const toMark = durable;
    durable = [];
    const batch = await exchange(session, toMark, [...underWay.keys()]);
    await sending;
    if (batch && !failed) send(batch);
    // Of a backlog the next batch is fetched while this one is sent.
    const isFull = batch?.messages.length === batchSize;
    if (!isFull) await sending;
    if (underWay.size >= batchesUnderWayMax) await underWay.values().next().value;
    idle = batch ? 0 : idle + 1;
    if (!isFull && (await wake.wait(backoffMs(idle, soonestLookMs, latestLookMs)))) idle = 0;
  }
  await Promise.all(underWay.values());
  await markPublished(client, positionsOf(durable));
  return failed;
}

/** What the log answers; rejects when a stop waits for it no longer. */
async function beforeDrainEnds<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  const answer = await withTimeout(work, drainMs, ended);
  if (answer === timedOut) throw new Error(`given up ${drainMs} ms after the end`);
  return answer;
}

async function exchange(
  { client, metrics, onStep }: Moving,
  published: readonly OutboxBatch[],
  beingSent: readonly OutboxBatch[],
): Promise<OutboxBatch | undefined> {
  onStep('fetching');
  const exchanged = exchangeBatch(client, positionsOf(published), positionsOf(beingSent));
  if (published.length) onStep('marking');
  const batch = await exchanged;
  if (published.length) onStep('marked');
  const oldestAt = beingSent[0]?.oldestAt ?? batch?.oldestAt;
  metrics.setOldest(oldestAt);
  if (!oldestAt) metrics.backlog.set(0);
  return batch;
}

const positionsOf = (batches: readonly OutboxBatch[]): string[] => batches.flatMap(({ positions }) => positions);
