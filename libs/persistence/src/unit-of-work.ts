import type { DataSource, EntityManager } from 'typeorm';

export interface UnitOfWork {
  /** Runs work in one READ COMMITTED transaction; commits when it resolves, rolls back when it throws. */
  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
}

/** `onCommit` runs after each commit, e.g. to wake the outbox relay in the same process. */
export function createUnitOfWork(dataSource: DataSource, { onCommit = () => undefined }: { onCommit?: () => void } = {}): UnitOfWork {
  return {
    async run(work) {
      // PostgreSQL's default isolation: to name it would cost a round trip each time.
      const result = await dataSource.transaction(work);
      onCommit();
      return result;
    },
  };
}
