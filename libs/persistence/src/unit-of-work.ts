import {
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type DataSource,
  type EntityManager,
} from 'typeorm';
import { openTransaction } from './open-transaction';
import { ConnectionLost } from './pg-errors';

/** The one way of a use case to a transaction. */
export interface UnitOfWork {
  /** Runs work in one READ COMMITTED transaction; commits when it resolves, rolls back when it throws. Throws ConnectionLost when its connection went in between. */
  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
}

/** `onCommit` runs after each commit, e.g. to wake the outbox relay in the same process. */
export function createUnitOfWork(
  dataSource: DataSource,
  { onCommit = () => undefined }: { onCommit?: () => void } = {},
): UnitOfWork {
  return {
    async run(work) {
      const result = await inTransaction(dataSource, work).catch((error: unknown) => {
        throw isReleased(error) ? new ConnectionLost(error) : error;
      });
      onCommit();
      return result;
    },
  };
}

/** In PostgreSQL's default isolation: to name it would cost a statement each time. */
async function inTransaction<T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const transaction = await openTransaction(runner);
    try {
      const result = await work(runner.manager);
      await transaction.commit();
      return result;
    } catch (error) {
      throw await transaction.rollback(error);
    }
  } finally {
    await runner.release();
  }
}

/** TypeORM gives a connection back when it breaks; whoever still works with it hears only this. */
const isReleased = (error: unknown) =>
  error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;
