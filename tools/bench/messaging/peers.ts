import { randomUUID } from 'node:crypto';
import { withClient } from '@bindery/persistence';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { Pool } from 'pg';
import {
  DatabaseSetup,
  getDisabledLogger,
  initializeMessageStorage,
  initializePollingMessageListener,
} from 'pg-transactional-outbox';
import { consentRecorded } from './events';
import { createSink } from './sink';
import type { MessagingWorld } from './world';

/** Jobs a second through graphile-worker with its local queue: it fetches and completes jobs in batches. The payload is the event. */
export async function drainWithGraphileWorker({ service }: MessagingWorld, events: number): Promise<number> {
  const pgPool = new Pool({ connectionString: service.ownerUrl, max: 12 });
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ pgPool, logger });
  for (let added = 0; added < events; added += 1_000)
    await utils.addJobs(Array.from({ length: 1_000 }, () => ({ identifier: 'publish', payload: consentRecorded() })));
  await utils.release();
  const sink = createSink();
  const drained = sink.expect(events);
  const begun = performance.now();
  const preset = {
    worker: { concurrentJobs: 24, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
  };
  const runner = await run({
    pgPool,
    logger,
    noHandleSignals: true,
    preset,
    taskList: { publish: async () => sink.take(1) },
  });
  await drained;
  await runner.stop();
  const seconds = (performance.now() - begun) / 1_000;
  await pgPool.end();
  return events / seconds;
}

/** Messages a second through the polling listener of pg-transactional-outbox, a hundred at a time and in parallel: as fast as its settings allow. */
export async function drainWithTransactionalOutbox({ service }: MessagingWorld, events: number): Promise<number> {
  const config = {
    outboxOrInbox: 'outbox' as const,
    dbListenerConfig: { connectionString: service.ownerUrl, max: 20 },
    settings: {
      dbSchema: 'public',
      dbTable: 'peer_outbox',
      enableMaxAttemptsProtection: false,
      enablePoisonousMessageProtection: false,
      nextMessagesFunctionName: 'next_peer_messages',
      nextMessagesBatchSize: 100,
      nextMessagesPollingIntervalInMs: 20,
    },
  };
  await withClient(service.ownerUrl, async (client) => {
    const setup = {
      outboxOrInbox: 'outbox' as const,
      database: 'binding',
      schema: 'public',
      table: 'peer_outbox',
      listenerRole: 'binding_owner',
      nextMessagesName: 'next_peer_messages',
    };
    for (const sql of [
      DatabaseSetup.dropAndCreateTable(setup),
      DatabaseSetup.createPollingFunction(setup),
      DatabaseSetup.setupPollingIndexes(setup),
    ])
      await client.query(sql);
    const store = initializeMessageStorage(config, getDisabledLogger());
    await client.query('begin');
    for (let index = 0; index < events; index++) await store(toMessage(), client);
    await client.query('commit');
    await client.query('analyze peer_outbox');
  });
  const sink = createSink();
  const drained = sink.expect(events);
  const begun = performance.now();
  const [shutdown] = initializePollingMessageListener(
    config,
    { handle: async () => sink.take(1) },
    getDisabledLogger(),
    {
      // Its default takes a hundred single messages before the first batch.
      batchSizeStrategy: () => Promise.resolve(config.settings.nextMessagesBatchSize),
    },
  );
  await drained;
  const seconds = (performance.now() - begun) / 1_000;
  await shutdown();
  return events / seconds;
}

function toMessage() {
  const { type, key, data } = consentRecorded();
  return {
    id: randomUUID(),
    aggregateType: 'consent',
    aggregateId: key,
    messageType: type,
    payload: data,
    concurrency: 'parallel' as const,
  };
}
