import type { Log } from '@bindery/observability';
import type { Client } from 'pg';
import { orGiveUp } from '../connection/or-give-up';
import { backoffMs, pause } from '../connection/pause';
import { prepareReadingSession } from '../connection/reading-session';
import type { Wake } from '../connection/wake';
import type { ServiceTransport } from '../transport/transport';
import { batchSize, countBacklog, exchangeBatch, type OutboxBatch } from './outbox-batches';
import type { RelayMetrics } from './relay-metrics';

/** After work the next look comes soon, then ever later: commits of other processes do not wake this one. */
const soonestLookMs = 2;
const latestLookMs = 1_000;

/** How long a stop waits for a log that is away. What it gives up may still arrive: a second time, which the inbox knows. */
const drainMs = 5_000;

/** How long a standby waits before it tries to take over. */
const standbyMs = 500;

/** One per service database; the number only has to differ from other advisory locks there. */
const relayLock = 7_202_601;

/** Moments between which a crash leaves different things behind. */
export type RelayStep = 'locked' | 'fetching' | 'sending' | 'acked' | 'marking' | 'marked';

export interface RelaySession {
  readonly client: Client;
  /** Fires when the connection, and the lock with it, is lost, or when the relay shall stop. */
  readonly ended: AbortSignal;
  readonly wake: Wake;
  readonly transport: Pick<ServiceTransport, 'publish'>;
  readonly log: Log;
  readonly metrics: RelayMetrics;
  readonly onStep: (step: RelayStep) => void;
}

/** Waits until no other relay of the service is at work, then moves events until the session ends. */
export async function relayWhileConnected(session: RelaySession): Promise<void> {
  const { client, ended, wake, log, metrics, onStep } = session;
  client.on('notification', wake.signal);
  if (!(await becomeActive(session))) return;
  onStep('locked');
  await client.query('listen outbox_events');
  await prepareReadingSession(client);
  log.info('relay at work');
  metrics.active.set(1);
  try {
    for (let idle = 0; !ended.aborted; ) {
      idle = (await moveAll(session)) ? 0 : idle + 1;
      if (await wake.wait(backoffMs(idle, soonestLookMs, latestLookMs))) idle = 0;
    }
  } finally {
    metrics.active.set(0);
  }
}

/** A standby passes on what wakes it, so a commit here is published at once by the active relay elsewhere. */
async function becomeActive({ client, ended, wake }: RelaySession): Promise<boolean> {
  while (!ended.aborted) {
    const { rows } = await client.query<{ active: boolean }>('select pg_try_advisory_lock($1) as active', [relayLock]);
    if (rows[0]?.active) return true;
    if (await wake.wait(standbyMs)) await client.query('notify outbox_events');
  }
  return false;
}

/**
 * Publishes batch after batch until none is left; false if there was none. The order is kept because nothing after a batch goes before it
 * succeeded; only the next one is fetched already while a full one is sent.
 */
async function moveAll(session: RelaySession): Promise<boolean> {
  let batch = await exchange(session, [], []);
  const found = batch !== undefined;
  for (let unmarked: readonly string[] = []; batch; ) {
    const isFull = batch.messages.length === batchSize;
    const fetching = isFull ? exchange(session, unmarked, batch.positions) : undefined;
    // Should the connection be lost now, that is noticed below, when the sending has ended.
    fetching?.catch(() => undefined);
    if (!(await publishUntilDone(session, batch))) break;
    unmarked = isFull ? batch.positions : [...unmarked, ...batch.positions];
    batch = await fetching;
    if (batch && !session.ended.aborted) continue;
    batch = await exchange(session, unmarked, []);
    unmarked = [];
    if (session.ended.aborted) break;
  }
  return found;
}

async function exchange({ client, metrics, onStep }: RelaySession, published: readonly string[], beingSent: readonly string[]): Promise<OutboxBatch | undefined> {
  onStep('fetching');
  const exchanged = exchangeBatch(client, published, beingSent);
  if (published.length) onStep('marking');
  const batch = await exchanged;
  if (published.length) onStep('marked');
  metrics.setOldest(batch?.oldestAt);
  if (!batch) metrics.backlog.set(0);
  return batch;
}

/** False if the session ended before the log had it for certain. */
async function publishUntilDone({ client, ended, transport, log, metrics, onStep }: RelaySession, { messages }: OutboxBatch): Promise<boolean> {
  for (let failures = 0; !ended.aborted; ) {
    try {
      onStep('sending');
      await orGiveUp(transport.publish(messages), ended, drainMs);
      onStep('acked');
      metrics.published.inc(messages.length);
      return true;
    } catch (error) {
      failures += 1;
      metrics.failures.inc();
      log.warn({ err: error, failures, events: messages.length }, 'batch not published, trying again');
      metrics.backlog.set(await countBacklog(client));
      await pause(backoffMs(failures, 50, 1_000), ended);
    }
  }
  return false;
}
