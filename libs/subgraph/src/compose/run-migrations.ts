import { z } from 'zod';
import { migrateJobs } from '@bindery/jobs';
import { grantAppRights, isMigrationCommand, migrate, migrationCommands, type AppRights } from '@bindery/persistence';
import { readConfig, sandboxConfig, serviceConfig } from '@bindery/service';

/** What a migration is configured by; the running service never has the owner's URL. */
const migrationConfig = {
  MIGRATION_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe("the service's database, as the owner of its tables"),
  DATABASE_URL: serviceConfig.DATABASE_URL,
};

/** Whether the database is one of a sandbox, whose clock can be moved; where that is not allowed, it is said so. */
const sandboxShape = { NODE_ENV: serviceConfig.NODE_ENV, ...sandboxConfig };

/**
 * The whole of a service's `src/migrate.ts`: `up`, `down` or `status` of its migrations; `up` also brings the job
 * tables, and the app user's rights on all of them. Run it before a new version starts. Prints one line.
 */
export async function runMigrations(
  migrations: Parameters<typeof migrate>[2],
  appRights: AppRights,
  command: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (!isMigrationCommand(command)) throw new Error(`say one of ${migrationCommands.join(', ')}`);
  const { MIGRATION_DATABASE_URL: ownerUrl, DATABASE_URL: appUrl } = readConfig(migrationConfig, env);
  const clockCanBeMoved = readConfig(sandboxShape, env).SANDBOX_CLOCK_URL !== undefined;
  const line = await migrate(command, ownerUrl, migrations);
  if (command === 'up')
    await bringRights(ownerUrl, decodeURIComponent(new URL(appUrl).username), appRights, { clockCanBeMoved });
  process.stdout.write(`${line}\n`);
}

/** What follows the migrations: the tables of jobs, and what the app user may do. */
export async function bringRights(
  ownerUrl: string,
  app: string,
  appRights: AppRights,
  sandbox?: { readonly clockCanBeMoved: boolean },
): Promise<void> {
  await migrateJobs(ownerUrl, app);
  await grantAppRights(ownerUrl, app, appRights, sandbox);
}
