import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { toConnection, withClient, withPassfile } from '@bindery/persistence';
import {
  forgetNext,
  moveIntoPlace,
  nextSuperuserPassfile,
  superuser,
  writeNextPasswords,
  type Login,
} from './passwords';

/**
 * Gives every login that the server has a new password; answers how many. Sessions that are open stay; whoever connects reads the password anew.
 * The server takes all or none. When this is cut off, `settlePasswords` finds out which.
 */
export async function rotatePasswords(data: string, adminUrl: string): Promise<number> {
  await settlePasswords(data, adminUrl);
  const next = writeNextPasswords(data);
  const changed = await withClient(adminUrl, async (admin) => {
    // Where events go over Kafka there is no event log, and nobody who owns it.
    const { rows } = await admin.query<{ login: Login }>(
      'SELECT rolname AS login FROM pg_roles WHERE rolname = ANY ($1)',
      [[...next.keys()]],
    );
    await admin.query('BEGIN');
    for (const { login } of rows)
      await admin.query(`ALTER ROLE ${escapeIdentifier(login)} PASSWORD ${escapeLiteral(next.get(login) ?? '')}`);
    await admin.query('COMMIT');
    return rows.length;
  });
  moveIntoPlace(data);
  return changed;
}

/** After a change of the passwords that was cut off: the server says which it has. */
export async function settlePasswords(data: string, adminUrl: string): Promise<void> {
  const next = nextSuperuserPassfile(data);
  if (!next) return forgetNext(data);
  if (await isLetIn(withPassfile(adminUrl, superuser, next))) moveIntoPlace(data);
  else forgetNext(data);
}

async function isLetIn(url: string): Promise<boolean> {
  const client = new Client(toConnection(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === wrongPassword) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** invalid_password, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const wrongPassword = '28P01';
