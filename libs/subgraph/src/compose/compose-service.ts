import type { DataSource, EntityManager } from 'typeorm';
import { systemClock } from '@bindery/kernel';
import { createJobRunner, mergeJobParts, type JobPart } from '@bindery/jobs';
import { createConsumers, type EventHandlers } from '@bindery/messaging';
import {
  addNothingHere,
  createHttpHost,
  readTlsFiles,
  toListeningAddress,
  type Component,
  type HttpHost,
  type Role,
} from '@bindery/service';
import { addSubgraph } from '../server/subgraph-server';
import type { Feature } from './feature';
import type { Foundation } from './foundation';
import { mergeSubscriptions } from './merge-subscriptions';
import { pruneDaily } from './prune-daily';
import { toSubgraph } from './to-subgraph';

/** A service, put together and not started. */
export interface ComposedService {
  readonly dataSource: DataSource;
  /** The HTTP side; its routes are there before it listens. */
  readonly http: HttpHost;
  readonly subscriptions: EventHandlers<EntityManager>;
  readonly jobHandlers: JobPart['handlers'];
  /** What runs in this process, by its roles, in the order of its start. */
  readonly components: readonly Component[];
}

/**
 * Merges what the features bring into one service: one subgraph, one set of consumers, one job runner, one HTTP side.
 * `jobsAtOnce` is how many jobs one process runs at the same time.
 */
export async function composeService(
  foundation: Foundation,
  features: readonly Feature[],
  { jobsAtOnce }: { readonly jobsAtOnce: number },
): Promise<ComposedService> {
  const { service, config, dataSource, transport, unitOfWork, relay, log, security, metrics } = foundation;
  const jobs = mergeJobParts([...features.flatMap(({ jobs = [] }) => jobs), pruneDaily(foundation, features)]);
  const subscriptions = mergeSubscriptions(features);
  const runner = createJobRunner({
    databaseUrl: config.DATABASE_URL,
    jobs,
    handlers: jobs.handlers,
    schedule: jobs.schedule,
    concurrency: jobsAtOnce,
    ...(config.SANDBOX_CLOCK_URL === undefined ? {} : { sandbox: systemClock }),
    log,
    metrics,
  });
  const consumers = createConsumers({
    group: service,
    transport,
    runInTransaction: unitOfWork.run,
    handlers: subscriptions,
    log,
    metrics,
  });
  const http = createHttpHost({
    ...toListeningAddress(config),
    tls: readTlsFiles(config),
    log,
    metrics,
    isReady: async () => Boolean(await dataSource.query('SELECT 1')),
    problems: consumers.problems,
  });
  addNothingHere(http.app);
  if (config.ROLES.includes('api')) {
    const subgraph = toSubgraph(foundation.classes, features);
    const { GATEWAY_KEYS: gatewayKeys, SUPPORT_URL: supportUrl } = config;
    const loadTimeZone = features.find((feature) => feature.loadTimeZone)?.loadTimeZone;
    await addSubgraph(http.app, { name: service, subgraph, gatewayKeys, supportUrl, loadTimeZone, log, security });
    for (const { routes } of features) await routes?.(http.app);
  }
  const startJobs = async () => {
    for (const { onJobsStart } of features) await onJobsStart?.();
    await runner.start();
  };
  const inRole = (role: Role, component: Component) => (config.ROLES.includes(role) ? [component] : []);
  return {
    dataSource,
    http,
    subscriptions,
    jobHandlers: jobs.handlers,
    components: [
      ...connectionsOf(foundation),
      ...features.flatMap(({ connections = [] }) => connections),
      ...inRole('relay', { name: 'relay', ...relay }),
      ...inRole('consumers', { name: 'consumers', ...consumers }),
      ...inRole('jobs', { name: 'jobs', start: startJobs, stop: runner.stop }),
      http,
    ],
  };
}

const connectionsOf = ({ dataSource, transport, security }: Foundation): readonly Component[] => [
  { name: 'security log', start: () => Promise.resolve(), stop: async () => security.flush() },
  { name: 'database', start: async () => void (await dataSource.initialize()), stop: () => dataSource.destroy() },
  { name: 'event log', start: () => Promise.resolve(), stop: () => transport.close() },
];
