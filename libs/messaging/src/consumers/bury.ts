import type { Log } from '@bindery/service';
import type { ConsumerMetrics } from './consumer-metrics';
import { databasePollMs, type OwnDatabase } from './own-database';
import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import { recordDeadLetter, type Failure } from '../dead-letters/record-dead-letter';

interface BuryDeps extends Pick<OwnDatabase, 'pause'> {
  readonly group: string;
  readonly runInTransaction: <T>(work: (tx: SqlSession) => Promise<T>) => Promise<T>;
  readonly log: Log;
  readonly metrics: ConsumerMetrics;
}

/** Records a message as a dead letter, however often that has to be tried; then the next message may come. */
export function createBury({ group, runInTransaction, log, metrics, pause }: BuryDeps) {
  return async (message: IncomingMessage, failure: Failure): Promise<void> => {
    for (;;) {
      try {
        await runInTransaction((tx) => recordDeadLetter(tx, group, message, failure));
        break;
      } catch (error) {
        log.warn({ err: error }, 'dead letter not recorded, trying again');
        await pause(databasePollMs);
      }
    }
    const { headers, topic, partition, offset } = message;
    metrics.handled.inc({ type: headers.ce_type ?? 'none', outcome: 'dead' });
    log.error({ ...failure, eventId: headers.ce_id, topic, partition, offset }, 'dead letter');
  };
}
