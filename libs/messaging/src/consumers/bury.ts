import { findContract } from '@bindery/event-contracts';
import type { Log } from '@bindery/service';
import type { ConsumerMetrics } from './consumer-metrics';
import { databasePollMs, type OwnDatabase } from './own-database';
import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import { recordDeadLetter, type Failure } from '../dead-letters/record-dead-letter';

/** A database that is there and cannot keep these data (SQLSTATE classes 22 and 54): it never will. */
const isRefusedForItsContent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(22|54)/.test(String(error.code));

/** One of ours: anybody may write any type, and each would be a series of its own for ever. */
const knownType = (type: string | undefined): string => (type && findContract(type) ? type : 'unknown');

interface BuryDeps extends Pick<OwnDatabase, 'pause'> {
  readonly group: string;
  readonly runInTransaction: <T>(work: (tx: SqlSession) => Promise<T>) => Promise<T>;
  readonly log: Log;
  readonly metrics: ConsumerMetrics;
}

/** Records a message as a dead letter, however often that has to be tried; then the next message may come. */
export function createBury({ group, runInTransaction, log, metrics, pause }: BuryDeps) {
  return async (message: IncomingMessage, failure: Failure): Promise<void> => {
    let kept = message;
    for (;;) {
      try {
        await runInTransaction((tx) => recordDeadLetter(tx, group, kept, failure));
        break;
      } catch (error) {
        log.warn({ err: error }, 'dead letter not recorded, trying again');
        // The log still has the message; a letter without it lets those behind it come.
        if (isRefusedForItsContent(error)) kept = { ...message, key: null, headers: {}, value: '' };
        await pause(databasePollMs);
      }
    }
    const { headers, topic, partition, offset } = message;
    metrics.handled.inc({ type: knownType(headers.ce_type), outcome: 'dead' });
    log.error({ ...failure, eventId: headers.ce_id, topic, partition, offset }, 'dead letter');
  };
}
