import { createRelay, toSqlSession, type Transport } from '@bindery/messaging';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { consentRecorded, outbox, silentLog } from './events';
import { createSink } from './sink';
import type { MessagingWorld } from './world';

/** Events a second that leave the outbox through our relay, into a transport or into nothing, and are marked as published. */
export async function drainWithRelay(
  { service }: MessagingWorld,
  events: number,
  through?: Transport,
): Promise<number> {
  const pool = new Pool({ connectionString: service.appUrl });
  await fillOutbox(pool, events);
  const sink = createSink(through);
  const relay = createRelay({
    service: 'binding',
    databaseUrl: service.appUrl,
    transport: sink,
    log: silentLog,
    metrics: new Registry(),
  });
  const drained = sink.expect(events);
  const begun = performance.now();
  await relay.start();
  await drained;
  // The last batch counts when its mark is there.
  await relay.stop();
  const seconds = (performance.now() - begun) / 1_000;
  const { rows } = await pool.query<{ left: string }>(
    'select count(*) as left from outbox_events where published_at is null',
  );
  await pool.end();
  if (Number(rows[0]?.left) > 0) throw new Error(`${rows[0]?.left} events were not marked`);
  return events / seconds;
}

async function fillOutbox(pool: Pool, events: number): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  for (let index = 0; index < events; index++) await outbox.append(toSqlSession(client), consentRecorded());
  await client.query('commit');
  client.release();
}
