import { Client, escapeIdentifier as id, escapeLiteral as text } from 'pg';
import { toConnection } from './connection';

/** Where a service finds its database, by the two logins that it has. */
export interface ServiceDatabase {
  /** For migrations only: owns the tables. */
  readonly ownerUrl: string;
  /** For the running service: reads and writes rows, cannot change the schema. */
  readonly appUrl: string;
}

export interface ProvisionOptions {
  /** A superuser's URL of the server. */
  readonly adminUrl: string;
  /** Names the database, `<service>_owner` and `<service>_app`. */
  readonly service: string;
  readonly passwords: { readonly owner: string; readonly app: string };
  /** Another name for the database; tests make many of one service. */
  readonly database?: string;
}

/**
 * Makes a service's database with its two roles, or leaves what is there as it is and sets the passwords.
 * No other service's role can connect to it.
 */
export async function provisionServiceDatabase({
  adminUrl,
  service,
  passwords,
  database = service,
}: ProvisionOptions): Promise<ServiceDatabase> {
  const owner = `${service}_owner`;
  const app = `${service}_app`;
  await withClient(adminUrl, async (admin) => {
    await ensureRole(admin, owner, passwords.owner);
    await ensureRole(admin, app, passwords.app);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await admin.query(`CREATE DATABASE ${id(database)} OWNER ${id(owner)}`);
    await admin.query(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT ON DATABASE ${id(database)} TO ${id(app)}`);
  });
  await withClient(withDatabase(adminUrl, database), (admin) => grantRowAccess(admin, owner, app));
  return {
    ownerUrl: withUser(withDatabase(adminUrl, database), owner, passwords.owner),
    appUrl: withUser(withDatabase(adminUrl, database), app, passwords.app),
  };
}

/** All that the owner will create, in whichever schema, is the app's to use and not to alter. */
async function grantRowAccess(admin: Client, owner: string, app: string): Promise<void> {
  const forOwner = `ALTER DEFAULT PRIVILEGES FOR ROLE ${id(owner)}`;
  await admin.query(`
    ALTER SCHEMA public OWNER TO ${id(owner)};
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${id(app)};
    ${forOwner} GRANT USAGE ON SCHEMAS TO ${id(app)};
    ${forOwner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${id(app)};
    ${forOwner} GRANT USAGE, SELECT ON SEQUENCES TO ${id(app)};
    ${forOwner} GRANT EXECUTE ON FUNCTIONS TO ${id(app)};`);
}

/** Makes a login with this password, or sets its password. Two may try at once: a role that appears in between is no error. */
export async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  await admin.query(
    `DO $do$ BEGIN CREATE ROLE ${id(role)} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$`,
  );
  await admin.query(`ALTER ROLE ${id(role)} PASSWORD ${text(password)}`);
}

/** Runs work on one connection and closes it, whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(toConnection(url));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server's URL for another database. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** The same database's URL for another user. */
export function withUser(url: string, username: string, password: string): string {
  return Object.assign(new URL(url), { username, password }).href;
}
