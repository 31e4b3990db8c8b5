import { migrateJobs } from '@bindery/jobs';
import { isMigrationCommand, migrate, migrationCommands } from '@bindery/persistence';
import { migrations } from '../migrations';
import { readMigrationConfig } from './binding.config';

/** `up`, `down` or `status`; run with MIGRATION_DATABASE_URL before a new version starts. */
async function main(command: string | undefined): Promise<string> {
  if (!isMigrationCommand(command)) throw new Error(`say one of ${migrationCommands.join(', ')}`);
  const { MIGRATION_DATABASE_URL, DATABASE_URL } = readMigrationConfig();
  const line = await migrate(command, MIGRATION_DATABASE_URL, migrations);
  if (command === 'up') await migrateJobs(MIGRATION_DATABASE_URL, decodeURIComponent(new URL(DATABASE_URL).username));
  return line;
}

main(process.argv[2]).then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
