import type { DataSource, EntityManager } from 'typeorm';
import { systemClock, type Clock } from '@bindery/kernel';
import {
  createCountStale,
  createEventLog,
  createOutbox,
  createRelay,
  type CountStale,
  type Outbox,
  type Relay,
  type ServiceTransport,
} from '@bindery/messaging';
import { createDataSource, createOnce, createUnitOfWork, type Once, type UnitOfWork } from '@bindery/persistence';
import {
  createSecurityLog,
  toEventLogAddress,
  type Config,
  type Log,
  type Metrics,
  type SecurityLog,
  type serviceConfig,
} from '@bindery/service';
import type { FeatureClasses } from './feature';

export type ServiceConfig = Config<typeof serviceConfig>;

/** What a service is given besides its configuration. */
export interface Surroundings {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  /** Another event log than the configured one, in tests. */
  readonly transport?: ServiceTransport;
}

/** What every feature of a service stands on. */
export interface Foundation {
  /** Its name: of its database, its topic, its consumer group, its subgraph. */
  readonly service: string;
  readonly config: ServiceConfig;
  readonly classes: readonly FeatureClasses[];
  readonly dataSource: DataSource;
  /** For reads that need no transaction. */
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  /** Runs a command once for its idempotency key. */
  readonly once: Once;
  readonly outbox: Outbox;
  readonly transport: ServiceTransport;
  readonly relay: Relay;
  /** Counts events that newer ones have overtaken. */
  readonly countStale: CountStale;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: SecurityLog;
  readonly metrics: Metrics;
}

/** Makes what every service is built on; nothing is connected yet. */
export function layFoundation(
  service: string,
  config: ServiceConfig,
  classes: readonly FeatureClasses[],
  { log, metrics, clock = systemClock, ...given }: Surroundings,
): Foundation {
  const { DATABASE_URL: databaseUrl } = config;
  const transport = given.transport ?? createEventLog(toEventLogAddress(config), { service, log });
  const dataSource = createDataSource({
    url: databaseUrl,
    entities: classes.flatMap(({ entities = [] }) => entities),
    onPoolError: (err) => log.warn({ err }, 'idle database connection lost'),
  });
  const relay = createRelay({ service, databaseUrl, transport, log, metrics });
  const unitOfWork = createUnitOfWork(dataSource, { onCommit: relay.wake });
  return {
    service,
    config,
    classes,
    dataSource,
    db: dataSource.manager,
    unitOfWork,
    once: createOnce(unitOfWork),
    outbox: createOutbox({ service, clock }),
    transport,
    relay,
    countStale: createCountStale(metrics),
    clock,
    log,
    security: createSecurityLog(log),
    metrics,
  };
}
