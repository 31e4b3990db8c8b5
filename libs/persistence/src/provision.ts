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
  await provisionDatabase(adminUrl, database, { login: owner, password: passwords.owner });
  await withClient(adminUrl, async (admin) => {
    await ensureRole(admin, app, passwords.app);
    await admin.query(`GRANT CONNECT ON DATABASE ${id(database)} TO ${id(app)}`);
  });
  await withClient(withDatabase(adminUrl, database), (admin) => grantRowAccess(admin, owner, app));
  return {
    ownerUrl: withUser(withDatabase(adminUrl, database), owner, passwords.owner),
    appUrl: withUser(withDatabase(adminUrl, database), app, passwords.app),
  };
}

/** Makes a database that only its owner can use, or leaves what is there as it is and sets the password. */
export async function provisionDatabase(
  adminUrl: string,
  database: string,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await ensureRole(admin, login, password);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await admin.query(`CREATE DATABASE ${id(database)} OWNER ${id(login)}`);
    await admin.query(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC`);
  });
  await withClient(withDatabase(adminUrl, database), (admin) =>
    admin.query(`ALTER SCHEMA public OWNER TO ${id(login)}; REVOKE ALL ON SCHEMA public FROM PUBLIC;`),
  );
}

/** The databases that every server has; PostgreSQL lets anybody with a login into them. */
const serversOwn = ['postgres', 'template1'];

/** Shuts the databases that are nobody's to all but superusers. Safe to repeat. */
export async function closeServersOwnDatabases(adminUrl: string): Promise<void> {
  for (const database of serversOwn)
    await withClient(withDatabase(adminUrl, database), (admin) =>
      admin.query(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC; REVOKE ALL ON SCHEMA public FROM PUBLIC;`),
    );
}

/** All that the owner will create, in whichever schema, is the app's to use and not to alter. */
async function grantRowAccess(admin: Client, owner: string, app: string): Promise<void> {
  const forOwner = `ALTER DEFAULT PRIVILEGES FOR ROLE ${id(owner)}`;
  await admin.query(`
    GRANT USAGE ON SCHEMA public TO ${id(app)};
    ${forOwner} GRANT USAGE ON SCHEMAS TO ${id(app)};
    ${forOwner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${id(app)};
    ${forOwner} GRANT USAGE, SELECT ON SEQUENCES TO ${id(app)};
    ${forOwner} GRANT EXECUTE ON FUNCTIONS TO ${id(app)};`);
}

/** Makes a login with this password, or sets its password. Two may try at once: they do so one after the other, as PostgreSQL lets only one alter a role. */
export async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  // One message is one transaction, at whose end the lock goes.
  await admin.query(
    `SELECT pg_advisory_xact_lock(hashtext('bindery roles'));
     DO $do$ BEGIN CREATE ROLE ${id(role)} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$;
     ALTER ROLE ${id(role)} PASSWORD ${text(password)};`,
  );
}

/** Runs work on one connection and closes it, whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(toConnection(url));
  client.on('error', () => undefined);
  try {
    // Inside, as a connection that was refused half-way has to be closed too.
    await client.connect();
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

/** The same database's URL for another user, whose password stands in a file; see `toConnection`. */
export function withPassfile(url: string, username: string, passfile: string): string {
  const changed = Object.assign(new URL(url), { username, password: '' });
  changed.searchParams.set('passfile', passfile);
  return changed.href;
}
