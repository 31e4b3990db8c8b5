import { createConsumers, createEventLog, createRelay, toSqlSession, type SqlSession } from '@bindery/messaging';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { consentRecorded, outbox, sharedNow, silentLog } from './events';

// One process of the latency measurement; ROLES says which parts it plays. Ends with a report to its parent when told so.

const { ROLES = '', DATABASE_URL = '', EVENT_LOG_URL, KAFKA_BROKERS, RATE = '0', SECONDS = '0' } = process.env;
const roles = ROLES.split(',');
const transport = createEventLog(
  { eventLogUrl: EVENT_LOG_URL, kafkaBrokers: KAFKA_BROKERS?.split(',') },
  { service: 'binding', log: silentLog },
);
const relay = createRelay({
  service: 'binding',
  databaseUrl: DATABASE_URL,
  transport,
  log: silentLog,
  metrics: new Registry(),
});
const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
/** By key: when the commit was known to be durable; when the handler had the event; when its effect was committed. */
const times: { acknowledged: [string, number][]; handled: [string, number][]; committed: [string, number][] } = {
  acknowledged: [],
  handled: [],
  committed: [],
};

async function commitOne(): Promise<string> {
  const event = consentRecorded();
  await outbox.append(toSqlSession(pool), event);
  times.acknowledged.push([event.key, sharedNow()]);
  if (roles.includes('relay')) relay.wake();
  return event.key;
}

/** A probe leaves no time behind. */
async function probe(): Promise<void> {
  const key = await commitOne();
  times.acknowledged = times.acknowledged.filter(([probed]) => probed !== key);
}

/** At the rate asked for, however long each takes: what is late is not left out. */
async function produce(rate: number, seconds: number): Promise<void> {
  const begun = performance.now();
  const all: Promise<string>[] = [];
  while (all.length < rate * seconds) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - begun) / 1000) * rate));
    while (all.length < due) all.push(commitOne());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(all);
}

async function runInTransaction<T>(work: (tx: SqlSession) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const keys: string[] = [];
  try {
    await client.query('begin');
    const result = await work(Object.assign(toSqlSession(client), { keys }));
    await client.query('commit');
    const at = sharedNow();
    for (const key of keys) times.committed.push([key, at]);
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const consumers = createConsumers<SqlSession & { keys?: string[] }>({
  group: 'binding',
  transport,
  runInTransaction,
  handlers: {
    'bindery.consent.recorded.v1': async (event, tx) => {
      if (!times.handled.length) process.send?.({ handled: true });
      times.handled.push([event.subject, sharedNow()]);
      tx.keys?.push(event.subject);
      await tx.query('insert into effects (key) values ($1)', [event.subject]);
    },
  },
  log: silentLog,
  metrics: new Registry(),
});

process.on('message', (message: 'probe' | 'produce' | 'report') => {
  if (message === 'probe') void probe();
  else if (message === 'produce')
    void produce(Number(RATE), Number(SECONDS)).then(() => process.send?.({ produced: true }));
  else
    process.send?.({ times, cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6 }, () =>
      process.exit(0),
    );
});

async function main(): Promise<void> {
  if (roles.includes('relay')) await relay.start();
  if (roles.includes('consumers')) await consumers.start();
  if (roles.includes('producer'))
    await Promise.all(Array.from({ length: 10 }, () => pool.query('select pg_sleep(0.05)')));
  process.send?.({ ready: true });
}

void main();
