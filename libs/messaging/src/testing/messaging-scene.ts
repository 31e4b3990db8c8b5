import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventOf } from '@bindery/event-contracts';
import { newId, systemClock } from '@bindery/kernel';
import { Registry } from 'prom-client';
import { createConsumers, type Consumers } from '../consumers/create-consumers';
import { createOutbox } from '../outbox/create-outbox';
import { createRelay } from '../relay/create-relay';
import type { SqlSession } from '../sql-session';
import { createEventLog, type EventLogAddress } from '../create-event-log';
import type { Transport } from '../transport/transport';
import type { CrashPoint } from './crash-point';
import { checkHistory, type Occurrence, type Verdict } from './history-checker';
import { silentLog } from './test-event-log';
import { numbered } from './test-events';
import type { TestServiceDatabase } from './test-service-database';

type Consent = EventOf<'bindery.consent.recorded.v1'>;
type Handler = (event: Consent, tx: SqlSession) => Promise<void>;

const root = join(__dirname, '../../../..');

/** A service's database, an event log and whatever is started between them; `end` stops all of it. */
export class MessagingScene {
  private readonly open: { stop(): Promise<void> }[] = [];
  private readonly outbox = createOutbox({ service: 'binding', clock: systemClock });

  constructor(
    private readonly database: TestServiceDatabase,
    private readonly address: EventLogAddress,
    private readonly group: string,
  ) {}

  connect(): Transport {
    const transport = createEventLog(this.address, { service: 'binding', log: silentLog });
    this.open.push({ stop: () => transport.close() });
    return transport;
  }

  /** Commits events of several keys at once, in order within each, until told to stop or there are enough. */
  async write(countPerKey: number, keys = 6, stopped = () => false): Promise<void> {
    await Promise.all(
      Array.from({ length: keys }, async () => {
        const key = newId('consent');
        for (let sequence = 1; sequence <= countPerKey && !stopped(); sequence += 3)
          // Three at a time, so that some batches have more than one event of a key.
          await this.database.runInTransaction(async (tx) => {
            for (const each of [sequence, sequence + 1, sequence + 2])
              await this.outbox.append(tx, numbered(key, each));
          });
      }),
    );
  }

  /** One event of a key that has no others. */
  writeOne(key: string): Promise<void> {
    return this.database.runInTransaction((tx) => this.outbox.append(tx, numbered(key, 1)));
  }

  /** Commits some hundred events a second until told to stop. What the database refuses is left out; it may have been committed all the same. */
  async writeThrough(stopped: () => boolean, keys = 6): Promise<void> {
    await Promise.all(
      Array.from({ length: keys }, async () => {
        const key = newId('consent');
        for (let sequence = 1; !stopped(); sequence += 1) {
          await this.database
            .runInTransaction((tx) => this.outbox.append(tx, numbered(key, sequence)))
            .catch(() => undefined);
          await pause(25);
        }
      }),
    );
  }

  async startRelay(): Promise<void> {
    const relay = createRelay({
      service: 'binding',
      databaseUrl: this.database.appUrl,
      transport: this.connect(),
      log: silentLog,
      metrics: new Registry(),
    });
    this.open.push(relay);
    await relay.start();
  }

  async startConsumers(handler: Handler = writeEffect): Promise<Consumers> {
    const consumers = createConsumers<SqlSession>({
      group: this.group,
      transport: this.connect(),
      runInTransaction: this.database.runInTransaction,
      handlers: { 'bindery.consent.recorded.v1': handler },
      log: silentLog,
      metrics: new Registry(),
    });
    this.open.push(consumers);
    await consumers.start();
    return consumers;
  }

  /** Runs a relay in a process of its own until it has killed itself at the point. */
  async runUntilCrash(point: CrashPoint): Promise<NodeJS.Signals | null> {
    const { eventLogUrl, kafkaBrokers } = this.address;
    const log = eventLogUrl ? { EVENT_LOG_URL: eventLogUrl } : { KAFKA_BROKERS: kafkaBrokers?.join(',') };
    const child = fork(join(__dirname, 'crashing-relay.ts'), {
      cwd: root,
      execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
      env: { PATH: process.env.PATH, DATABASE_URL: this.database.appUrl, CRASH_AT: point, ...log },
    });
    // A point that it never comes to must not keep the test waiting: this signal is another one.
    const timer = setTimeout(() => child.kill('SIGTERM'), 20_000);
    const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    clearTimeout(timer);
    return signal;
  }

  /** What was committed against what had its effect, until now. */
  async verdict(): Promise<Verdict & { readonly written: number }> {
    const written = await this.database.query<{ event_id: string; key: string; sequence: number }>(
      "select event_id, key, (headers ->> 'ce_sequence')::integer as sequence from outbox_events",
    );
    const seen = await this.database.query<{ event_id: string; key: string; sequence: number }>(
      'select event_id, key, sequence from effects order by position',
    );
    return { ...checkHistory(written.map(toOccurrence), seen.map(toOccurrence)), written: written.length };
  }

  /** Causes of the dead letters among what was written here: a log may hold the poison of others. */
  async deadLetters(): Promise<string[]> {
    return (
      await this.database.query<{ cause: string }>('select cause from dead_letters join outbox_events using (event_id)')
    ).map(({ cause }) => cause);
  }

  async end(): Promise<void> {
    for (const part of this.open.splice(0).reverse()) await part.stop();
  }
}

const toOccurrence = (row: { event_id: string; key: string; sequence: number }): Occurrence => ({
  eventId: row.event_id,
  key: row.key,
  sequence: row.sequence,
});

export async function writeEffect(event: Consent, tx: SqlSession): Promise<void> {
  await tx.query('insert into effects (event_id, key, sequence) values ($1, $2, $3)', [
    event.id,
    event.subject,
    Number(event.sequence ?? 0),
  ]);
}
