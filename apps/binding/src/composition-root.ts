import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { createJobRunner } from '@bindery/jobs';
import { systemClock, type Clock } from '@bindery/kernel';
import {
  createConsumers,
  createCountStale,
  createEventLog,
  createOutbox,
  createRelay,
  pruneInbox,
  pruneOutbox,
  type ServiceTransport,
} from '@bindery/messaging';
import { type Component, type Log, type Metrics, type Role, toEventLogAddress } from '@bindery/service';
import { createDataSource, createUnitOfWork } from '@bindery/persistence';
import { readKeySet } from '@bindery/trust';
import type { BindingConfig } from './binding.config';
import { composeQueries } from './compose-queries';
import { composeUseCases } from './compose-use-cases';
import { createConnectors, type ConnectorSet } from './providers/create-connectors';
import { loadProviderCatalogue } from './catalogue/provider-catalogue';
import { createSubscriptions } from './consumers/subscriptions';
import { createCardFingerprints, toFingerprintKeys } from './bind/card-fingerprint.rules';
import { buildBindingSubgraph } from './graphql/build-schema';
import { createResolvers } from './graphql/create-resolvers';
import { addProviderWebhooks } from './webhooks/provider-webhooks.route';
import { addReaderChecks } from './reader-check/reader-checks.route';
import { createReceivedMessages } from './webhooks/received-messages.repository';
import { bindingJobs } from './operations/operations.jobs';
import { createJobHandlers, jobSchedule } from './jobs/job-handlers';
import { createBoundCredentialReader } from './reader-check/bound-credential.repository';
import { entities } from './persistence/entities';
import { createCheckCredential } from './reader-check/check-credential';
import { createCountOutcomes } from './operations/count-outcomes';

const service = 'binding';
const dayMs = 24 * 60 * 60_000;

interface Surroundings {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  /** Others than the configured ones, in tests. */
  readonly transport?: ServiceTransport;
  readonly connectors?: ConnectorSet;
}

/** Makes every part of the service; nothing runs yet. */
export function composeBinding(config: BindingConfig, { log, metrics, clock = systemClock, ...given }: Surroundings) {
  const { DATABASE_URL: databaseUrl, PROVIDERS: providers, PUBLIC_URL: publicUrl } = config;
  const profiles = loadProviderCatalogue();
  const { connectors, close } = given.connectors ?? createConnectors({ profiles, providers, publicUrl, clock, log });
  const transport = given.transport ?? createEventLog(toEventLogAddress(config), { service, log });
  const dataSource = createDataSource({
    url: databaseUrl,
    entities,
    onPoolError: (err) => log.warn({ err }, 'idle database connection lost'),
  });
  const relay = createRelay({ service, databaseUrl, transport, log, metrics });
  const unitOfWork = createUnitOfWork(dataSource, { onCommit: relay.wake });
  const useCases = composeUseCases({
    unitOfWork,
    connectors,
    profiles,
    clock,
    outbox: createOutbox({ service, clock }),
    fingerprints: createCardFingerprints(toFingerprintKeys(config.CARD_FINGERPRINT_KEYS)),
    proofKeys: readKeySet(config.PROOF_PUBLIC_KEYS),
    onOutcome: createCountOutcomes(metrics),
  });
  const receivedMessages = createReceivedMessages(dataSource);
  const pruneMessages = async () => {
    await pruneOutbox(dataSource.manager, 7 * dayMs);
    // Longer than any event log keeps messages (30 days), which may come again by a replay.
    await pruneInbox(dataSource.manager, 60 * dayMs);
    await transport.prune(7 * dayMs);
  };
  const handlers = createJobHandlers({
    ...useCases,
    unitOfWork,
    connectors,
    clock,
    jobs: bindingJobs,
    receivedMessages,
    pruneMessages,
  });
  const jobs = createJobRunner({
    databaseUrl,
    jobs: bindingJobs,
    handlers,
    concurrency: 4,
    schedule: jobSchedule,
    log,
    metrics,
  });
  const subscriptions = createSubscriptions({ ...useCases, jobs: bindingJobs, countStale: createCountStale(metrics) });
  const consumers = createConsumers({
    group: service,
    transport,
    runInTransaction: unitOfWork.run,
    handlers: subscriptions,
    log,
    metrics,
  });
  const secrets = Object.fromEntries(Object.entries(providers).map(([code, { secret }]) => [code, secret]));

  return {
    dataSource,
    useCases,
    handlers,
    subscriptions,
    subgraph: buildBindingSubgraph(createResolvers({ ...useCases, ...composeQueries(dataSource), profiles, clock })),
    /** What providers and readers call, beside the graph. */
    async addProviderRoutes(app: FastifyInstance): Promise<void> {
      const checkCredential = createCheckCredential({
        readBoundCredential: createBoundCredentialReader(dataSource),
        clock,
      });
      await addReaderChecks(app, { checkCredential, secrets, clock, log });
      await addProviderWebhooks(app, { ...useCases, receivedMessages, secrets, clock, log });
    },
    connections: toConnections(dataSource, transport, close),
    parts: {
      relay: { name: 'relay', ...relay },
      consumers: { name: 'consumers', ...consumers },
      jobs: {
        name: 'jobs',
        stop: jobs.stop,
        // What a killed process left open is taken up at once, not only when it counts as overlooked.
        start: async () => {
          await unitOfWork.run((tx) =>
            bindingJobs.enqueue(tx, 'reconcile', { everything: true }, { jobKey: 'reconcile at start' }),
          );
          await jobs.start();
        },
      },
    } satisfies Record<Exclude<Role, 'api'>, Component>,
  };
}

/** The connections that every role needs. */
const toConnections = (
  dataSource: DataSource,
  transport: ServiceTransport,
  closeConnectors: () => Promise<void>,
): Component => ({
  name: 'connections',
  start: async () => void (await dataSource.initialize()),
  stop: async () => {
    await closeConnectors();
    await transport.close();
    await dataSource.destroy();
  },
});
