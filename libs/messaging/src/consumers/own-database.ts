import type { Log } from '@bindery/service';
import { pause } from '../connection/pause';
import type { SqlSession } from '../sql-session';

/** How long to wait before asking again whether the database is back. */
export const databasePollMs = 250;

interface OwnDatabaseDeps {
  readonly group: string;
  readonly runInTransaction: <T>(work: (tx: SqlSession) => Promise<T>) => Promise<T>;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/** The service's own database as a consumer waits for it. */
export interface OwnDatabase {
  answers(): Promise<boolean>;
  /** Rejects when asked to stop before it is back. */
  waitUntilBack(): Promise<void>;
  /** Rejects when asked to stop before so many milliseconds have passed. */
  pause(ms: number): Promise<void>;
}

export function createOwnDatabase({ group, runInTransaction, log, stopping }: OwnDatabaseDeps): OwnDatabase {
  const answers = () =>
    runInTransaction((tx) => tx.query('select 1')).then(
      () => true,
      () => false,
    );

  async function pauseUnlessStopping(ms: number): Promise<void> {
    await pause(ms, stopping);
    if (stopping.aborted) throw new Error('stopped before the event was handled');
  }

  return {
    answers,
    pause: pauseUnlessStopping,
    async waitUntilBack() {
      log.warn({ group }, 'database away, waiting');
      do await pauseUnlessStopping(databasePollMs);
      while (!(await answers()));
    },
  };
}
