import type { Log } from '@bindery/observability';
import type { Client } from 'pg';
import { backoffMs, pause } from '../connection/pause';
import type { Wake } from '../connection/wake';
import type { Transport } from '../transport/transport';
import { markPublished, nextBatch } from './outbox-batches';
import type { RelayMetrics } from './relay-metrics';

/** After work the next look comes soon, then ever later: commits of other processes do not wake this one. */
const soonestLookMs = 5;
const latestLookMs = 1_000;

/** How long a standby waits before it tries to take over. */
const standbyMs = 500;

/** One per service database; the number only has to differ from other advisory locks there. */
const relayLock = 7_202_601;

export interface RelaySession {
  readonly client: Client;
  /** Fires when the connection, and the lock with it, is lost, or when the relay shall stop. */
  readonly ended: AbortSignal;
  readonly wake: Wake;
  readonly transport: Transport;
  readonly log: Log;
  readonly metrics: RelayMetrics;
}

/** Waits until no other relay of the service is at work, then moves events until the session ends. */
export async function relayWhileConnected(session: RelaySession): Promise<void> {
  const { client, ended, wake, log, metrics } = session;
  client.on('notification', wake.signal);
  if (!(await becomeActive(session))) return;
  await client.query('listen outbox_events');
  log.info('relay at work');
  metrics.active.set(1);
  try {
    for (let idle = 0; !ended.aborted; ) {
      idle = (await moveBatch(session)) ? 0 : idle + 1;
      if (idle && (await wake.wait(backoffMs(idle, soonestLookMs, latestLookMs)))) idle = 0;
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

/** Publishes the next batch; false if there was none. The order is kept because nothing after a batch goes before it succeeded. */
async function moveBatch({ client, ended, transport, log, metrics }: RelaySession): Promise<boolean> {
  const batch = await nextBatch(client);
  metrics.oldestSeconds.set(batch ? (Date.now() - batch.oldestAt.getTime()) / 1_000 : 0);
  if (!batch) return false;
  for (let failures = 0; !ended.aborted; ) {
    try {
      await transport.publish(batch.messages);
      await markPublished(client, batch);
      metrics.published.inc(batch.messages.length);
      return true;
    } catch (error) {
      failures += 1;
      metrics.failures.inc();
      log.warn({ err: error, failures, events: batch.messages.length }, 'batch not published, trying again');
      await pause(backoffMs(failures, 50, 1_000), ended);
    }
  }
  return true;
}
