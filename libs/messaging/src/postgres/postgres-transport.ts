import { toConnection } from '@bindery/persistence';
import type { Log } from '@bindery/service';
import { Pool } from 'pg';
import { withTimeout } from '../connection/with-timeout';
import { byTopic } from '../transport/by-topic';
import { checkSizes } from '../transport/message-too-large';
import type { Transport } from '../transport/transport';
import { append } from './append';
import { joinGroup } from './group/group-member';
import { createPostgresGroups } from './group/postgres-groups';
import { openPostgresPublisher } from './postgres-publisher';
import { pruneOwnTopic } from './prune-own-topic';
import { tailPostgres } from './tail-postgres';

export interface PostgresTransportOptions {
  /** The event-log database, as the service's own login. */
  readonly url: string;
  readonly service: string;
  readonly log: Log;
}

/** The event log on PostgreSQL: Kafka's model, with session locks for membership and notifications for speed. */
export function createPostgresTransport({ url, service, log }: PostgresTransportOptions): Transport {
  const pool = new Pool({
    ...toConnection(url),
    max: 2,
    application_name: `${service} event log`,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
  });
  // Idle connections end when PostgreSQL restarts; the pool makes new ones.
  pool.on('error', ({ message }) => log.warn({ cause: message }, 'idle event-log connection lost'));

  return {
    groups: createPostgresGroups(pool),
    async publish(messages) {
      checkSizes(messages);
      for (const [topic, ofTopic] of byTopic(messages)) await append(pool, topic, ofTopic);
    },
    openPublisher: () => openPostgresPublisher(url, service),
    consume: (subscription) => Promise.resolve(joinGroup(url, subscription, log)),
    tail: (options) => tailPostgres(url, service, options, log),
    prune: () => pruneOwnTopic(pool, service),
    // Whoever is still waiting for an answer may be waiting for a server that is away.
    async close() {
      await withTimeout(pool.end(), 2_000);
    },
  };
}
