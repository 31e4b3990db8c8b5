import { loadavg } from 'node:os';
import { createEventLog, type Transport } from '@bindery/messaging';
import type { TestKafka } from '@bindery/testing';
import type { BenchResult } from './bench-result';
import { publishWithBareProducer } from './messaging/bare-producer';
import { startBroker } from './messaging/broker';
import { drainWithRelay } from './messaging/drain';
import { silentLog } from './messaging/events';
import { measureLatency, type Latencies } from './messaging/latency';
import { drainWithGraphileWorker, drainWithTransactionalOutbox } from './messaging/peers';
import { startMessagingWorld, type MessagingWorld } from './messaging/world';

/** Rounds in which the contenders take turns; the best of each counts, as others use the machine too. */
const rounds = 3;

/** The relay's emptying of the outbox against others, on PostgreSQL and on Kafka, and how long a commit takes to have its effect in another process. */
export async function benchMessaging(): Promise<BenchResult[]> {
  const world = await startMessagingWorld();
  const broker = await startBroker();
  try {
    // First, while the logs are empty: consumers begin at their beginning.
    const latencies = await measureLatencies(world, broker);
    const drain = await compareDrains(world);
    const publishing = broker ? [await compareOnKafka(world, broker)] : [];
    return [{ ...drain, note: [drain.note, ...latencies].join('\n  ') }, ...publishing];
  } finally {
    await broker?.stop();
    await world.stop();
  }
}

async function compareDrains(world: MessagingWorld): Promise<BenchResult> {
  const best = { ours: 0, intoLog: 0, worker: 0, library: 0 };
  await withTransport({ eventLogUrl: world.eventLogUrl }, async (transport) => {
    for (let round = 0; round < rounds; round++) {
      best.ours = Math.max(best.ours, await drainWithRelay(world, 20_000));
      best.intoLog = Math.max(best.intoLog, await drainWithRelay(world, 10_000, transport));
      best.worker = Math.max(best.worker, await drainWithGraphileWorker(world, 10_000));
      best.library = Math.max(best.library, await drainWithTransactionalOutbox(world, 1_000));
    }
  });
  const note = `into the event log on PostgreSQL: ${Math.round(best.intoLog).toLocaleString('en')} a second`;
  return {
    ...compared('outbox drain', best.ours, {
      'graphile-worker, batched': best.worker,
      'pg-transactional-outbox': best.library,
    }),
    note,
  };
}

async function compareOnKafka(world: MessagingWorld, { brokers }: TestKafka): Promise<BenchResult> {
  const best = { ours: 0, bare: 0 };
  await withTransport({ kafkaBrokers: brokers }, async (transport) => {
    for (let round = 0; round < rounds; round++) {
      best.ours = Math.max(best.ours, await drainWithRelay(world, 20_000, transport));
      best.bare = Math.max(best.bare, await publishWithBareProducer(brokers, 20_000));
    }
  });
  return compared('from the outbox into Kafka, marked as published', best.ours, {
    'bare kafkajs producer, from memory': best.bare,
  });
}

async function withTransport(
  address: Parameters<typeof createEventLog>[0],
  work: (transport: Transport) => Promise<void>,
): Promise<void> {
  const transport = createEventLog(address, { service: 'binding', log: silentLog });
  try {
    await work(transport);
  } finally {
    await transport.close();
  }
}

function compared(name: string, ours: number, theirs: Readonly<Record<string, number>>): BenchResult {
  const ratios = Object.fromEntries(
    Object.entries(theirs).map(([who, rate]) => [who, Math.round((ours / rate) * 100) / 100]),
  );
  return { name, unit: 'events/s', ours, theirs, ratios };
}

/** The usual way to run, all roles in one process, and roles in processes of their own. */
const layouts = {
  'relay with the producer': ['producer,relay', 'consumers'],
  'relay apart': ['producer', 'relay', 'consumers'],
};

async function measureLatencies(
  { service, eventLogUrl }: MessagingWorld,
  broker: TestKafka | undefined,
): Promise<string[]> {
  const logs = {
    PostgreSQL: { EVENT_LOG_URL: eventLogUrl },
    ...(broker ? { Kafka: { KAFKA_BROKERS: broker.brokers.join() } } : {}),
  };
  const lines: string[] = [];
  for (const [name, eventLog] of Object.entries(logs))
    for (const [layout, processes] of Object.entries(layouts))
      for (const rate of [500, 2_000]) {
        const found = await measureLatency({ databaseUrl: service.appUrl, eventLog, processes, rate, seconds: 5 });
        lines.push(`commit → consumer over ${name}, ${layout}, ${rate}/s asked: ${toText(found)}`);
      }
  return lines;
}

const toText = ({ achievedRate, toHandler, toEffect, lost }: Latencies) =>
  `${Math.round(achievedRate)}/s; handler p50 ${toHandler[0].toFixed(1)} p99 ${toHandler[1].toFixed(1)} ms; effect committed p50 ${toEffect[0].toFixed(1)} p99 ${toEffect[1].toFixed(1)} ms; lost ${lost}; load of the machine ${loadavg()[0]?.toFixed(1)}`;
