import { createHash, randomBytes } from 'node:crypto';
import { escapeIdentifier as id } from 'pg';
import { provisionServiceDatabase, withClient, withDatabase, type ServiceDatabase } from '@bindery/persistence';

export interface TestDatabase extends ServiceDatabase {
  drop(): Promise<void>;
}

/** Roles belong to the whole server and tests share it, so all of them use the same passwords. */
const passwords = { owner: 'owner', app: 'app' };

/** The superuser's URL of the run's PostgreSQL. */
export function testPostgresUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: name the file *.int.spec.ts and run it through Jest');
  return url;
}

/**
 * A fresh, migrated database of a service. The first call of a run migrates a template (`migrateUp` gets the
 * owner's URL); the others copy it, which takes some 50 ms.
 */
export async function createTestDatabase(
  service: string,
  migrateUp: (ownerUrl: string) => Promise<unknown>,
): Promise<TestDatabase> {
  const adminUrl = testPostgresUrl();
  const template = `template_${service}_${createHash('sha256').update(migrateUp.toString()).digest('hex').slice(0, 8)}`;
  const database = `test_${service}_${randomBytes(5).toString('hex')}`;
  await withClient(adminUrl, async (admin) => {
    // One Jest worker makes the template while the others wait.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [
      template,
    ]);
    if (!rowCount) {
      const { ownerUrl } = await provisionServiceDatabase({ adminUrl, service, passwords, database: template });
      await migrateUp(ownerUrl);
      await admin.query(`ALTER DATABASE ${id(template)} IS_TEMPLATE true`);
    }
    await admin.query(`CREATE DATABASE ${id(database)} TEMPLATE ${id(template)} OWNER ${id(`${service}_owner`)}`);
  });
  const urls = await provisionServiceDatabase({ adminUrl, service, passwords, database });
  return {
    ...urls,
    drop: () =>
      withClient(
        withDatabase(adminUrl, 'postgres'),
        async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${id(database)} WITH (FORCE)`)),
      ),
  };
}
