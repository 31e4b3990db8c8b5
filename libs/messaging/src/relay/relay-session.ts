import type { Log } from '@bindery/service';
import { backoffMs, pause } from '../connection/pause';
import { prepareReadingSession } from '../connection/reading-session';
import type { ServiceTransport } from '../transport/transport';
import { moveEvents, type Moving } from './move-events';
import { countBacklog } from './outbox-batches';

/** How long a standby waits before it tries to take over. */
const standbyMs = 500;

/** One per service database; the number only has to differ from other advisory locks there. */
const relayLock = 7_202_601;

export interface RelaySession extends Moving {
  readonly transport: Pick<ServiceTransport, 'openPublisher'>;
  readonly log: Log;
}

/** Waits until no other relay of the service is at work, then moves events until the session ends. */
export async function relayWhileConnected(session: RelaySession): Promise<void> {
  const { client, wake, log, metrics, onStep } = session;
  client.on('notification', wake.signal);
  if (!(await becomeActive(session))) return;
  onStep('locked');
  await client.query('listen outbox_events');
  await prepareReadingSession(client);
  log.info('relay at work');
  metrics.active.set(1);
  try {
    await moveUntilEnded(session);
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

/** Whenever the log failed, begins again with the oldest event that is not marked, which keeps the order. */
async function moveUntilEnded(session: RelaySession): Promise<void> {
  const { client, ended, transport, log, metrics } = session;
  for (let failures = 0; !ended.aborted;) {
    const publisher = transport.openPublisher();
    try {
      const failure = await moveEvents(session, publisher, () => (failures = 0));
      if (!failure) return;
      failures += 1;
      metrics.failures.inc();
      log.warn({ err: failure.cause, failures }, 'events not published, trying again');
      metrics.backlog.set(await countBacklog(client));
    } finally {
      await publisher.close();
    }
    await pause(backoffMs(failures, 50, 1_000), ended);
  }
}
