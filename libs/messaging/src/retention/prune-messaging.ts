import { pruneInbox } from './prune-inbox';
import { pruneOutbox } from './prune-outbox';
import type { SqlSession } from '../sql-session';
import type { ServiceTransport } from '../transport/transport';

/** How many rows went. */
export interface PrunedMessages {
  readonly outbox: number;
  readonly inbox: number;
  /** Messages of the service's own topic; 0 on Kafka, which deletes by itself. */
  readonly log: number;
}

/**
 * Deletes what has served its purpose of the tables of messaging and of the service's topic; for the daily job of each service. How long what is
 * kept is not the service's to say. Outside a transaction it deletes in parts, each of its own.
 */
export async function pruneMessaging(
  session: SqlSession,
  transport: Pick<ServiceTransport, 'prune'>,
): Promise<PrunedMessages> {
  return {
    outbox: await pruneOutbox(session),
    inbox: await pruneInbox(session),
    log: await transport.prune(),
  };
}
