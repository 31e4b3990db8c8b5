import { DataSource, type DataSourceOptions } from 'typeorm';
import { toConnection } from './connection';

type EntityClasses = NonNullable<DataSourceOptions['entities']>;
type MigrationClasses = NonNullable<DataSourceOptions['migrations']>;

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database, as `toConnection` reads it. */
  readonly url: string;
  readonly entities: EntityClasses;
  readonly migrations?: MigrationClasses;
  /** Connections of this process at most; ten keeps four services with four roles under PostgreSQL's default hundred. */
  readonly poolSize?: number;
  /** Told of errors on idle connections; without a listener a restart of PostgreSQL would end the process. */
  readonly onPoolError?: (error: Error) => void;
}

/** A TypeORM data source that never changes the schema by itself: migrations do, run by the owner role. */
export function createDataSource({
  url,
  entities,
  migrations = [],
  poolSize = 10,
  onPoolError = () => undefined,
}: DatabaseOptions): DataSource {
  const { user: username, ...connection } = toConnection(url);
  return new DataSource({
    type: 'postgres',
    ...connection,
    username,
    entities,
    migrations,
    synchronize: false,
    logging: false,
    migrationsTableName: 'migration',
    poolSize,
    // As long as a lock may take: a short crowd waits its turn, a long one is told to come again.
    connectTimeoutMS: 5_000,
    poolErrorHandler: onPoolError,
    // Statements that need no answer are not waited for; see the unit of work.
    // A statement that waits longer than this for a lock is better refused than hung (fault catalogue, row 10).
    extra: {
      pipeline: true,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
}

/** A data source for one piece of work, as a command does it: open while that goes on, closed whatever becomes of it. */
export async function withDataSource<T>(
  options: DatabaseOptions,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await createDataSource(options).initialize();
  return work(dataSource).finally(() => dataSource.destroy());
}
