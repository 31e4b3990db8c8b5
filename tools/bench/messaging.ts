import { loadavg } from 'node:os';
import { createEventLog } from '@bindery/messaging';
import type { BenchResult } from './bench-result';
import { drainWithRelay } from './messaging.drain';
import { silentLog } from './messaging.events';
import { measureLatency, type Latencies } from './messaging.latency';
import { drainWithGraphileWorker, drainWithTransactionalOutbox } from './messaging.peers';
import { startMessagingWorld, type MessagingWorld } from './messaging.world';

/** Rounds in which the contenders take turns; the best of each counts, as others use the machine too. */
const rounds = 2;

/** The relay's emptying of the outbox against others, and how long a commit takes to have its effect in another process. */
export async function benchMessaging(): Promise<BenchResult> {
  const world = await startMessagingWorld();
  try {
    const { ours, intoLog, theirs } = await compareDrains(world);
    const latencies = await measureLatencies(world);
    const ratios = Object.fromEntries(Object.entries(theirs).map(([name, rate]) => [name, Math.round((ours / rate) * 10) / 10]));
    const note = [`into the event log on PostgreSQL: ${Math.round(intoLog).toLocaleString('en')} a second`, ...latencies].join('\n  ');
    return { name: 'outbox drain', unit: 'events/s', ours, theirs, ratios, note };
  } finally {
    await world.stop();
  }
}

async function compareDrains(world: MessagingWorld) {
  const transport = createEventLog({ eventLogUrl: world.eventLogUrl }, { service: 'binding', log: silentLog });
  const best = { ours: 0, intoLog: 0, worker: 0, library: 0 };
  for (let round = 0; round < rounds; round++) {
    best.ours = Math.max(best.ours, await drainWithRelay(world, 20_000));
    best.intoLog = Math.max(best.intoLog, await drainWithRelay(world, 10_000, transport));
    best.worker = Math.max(best.worker, await drainWithGraphileWorker(world, 10_000));
    best.library = Math.max(best.library, await drainWithTransactionalOutbox(world, 1_000));
  }
  await transport.close();
  return { ours: best.ours, intoLog: best.intoLog, theirs: { 'graphile-worker, batched': best.worker, 'pg-transactional-outbox': best.library } };
}

/** The usual way to run, all roles in one process, and roles in processes of their own. */
const layouts = { 'relay with the producer': ['producer,relay', 'consumers'], 'relay apart': ['producer', 'relay', 'consumers'] };

async function measureLatencies({ service, eventLogUrl }: MessagingWorld): Promise<string[]> {
  const kafka = process.env.KAFKA_BROKERS;
  const logs = { PostgreSQL: { EVENT_LOG_URL: eventLogUrl }, ...(kafka ? { Kafka: { KAFKA_BROKERS: kafka } } : {}) };
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
