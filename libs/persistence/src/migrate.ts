import type { DataSourceOptions } from 'typeorm';
import { createDataSource } from './data-source';

export const migrationCommands = ['up', 'down', 'status'] as const;
export type MigrationCommand = (typeof migrationCommands)[number];

export const isMigrationCommand = (text: string | undefined): text is MigrationCommand =>
  migrationCommands.some((command) => command === text);

/**
 * `up` runs what is pending, `down` takes the last one back, `status` changes nothing. Each migration has its
 * own transaction; two runs at once wait for each other. Answers one line for a person.
 */
export async function migrate(
  command: MigrationCommand,
  url: string,
  migrations: NonNullable<DataSourceOptions['migrations']>,
): Promise<string> {
  const dataSource = createDataSource({ url, entities: [], migrations, poolSize: 2 });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('bindery migrations'))");
    if (command === 'status') return (await dataSource.showMigrations()) ? 'migrations are pending' : 'up to date';
    if (command === 'down') {
      await dataSource.undoLastMigration({ transaction: 'each' });
      return 'took the last migration back';
    }
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.length === 0 ? 'up to date' : `ran ${done.map(({ name }) => name).join(', ')}`;
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
