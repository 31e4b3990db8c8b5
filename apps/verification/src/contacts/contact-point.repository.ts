import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ContactChannel, ContactPoint } from './contact-point.rules';

/** Keeps a contact point; false when something as new or newer is known of it. */
export async function saveContactPoint(
  tx: EntityManager,
  { id, accountId, channel, sealedAddress, contactDigest, sequence }: ContactPoint,
): Promise<boolean> {
  const kept: unknown[] = await tx.query(
    `INSERT INTO contact_point AS known (id, account_id, channel, sealed_address, contact_digest, sequence) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET sealed_address = excluded.sealed_address, contact_digest = excluded.contact_digest, sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING id`,
    [id, accountId, channel, sealedAddress, contactDigest, sequence],
  );
  return kept.length === 1;
}

/** The newest confirmed address of an account on a channel. Each home screen asks for it: in SQL, at half of what TypeORM's reading costs. */
export async function findNewestContactPoint(
  db: EntityManager,
  accountId: Id<'account'>,
  channel: ContactChannel,
): Promise<Pick<ContactPoint, 'sealedAddress' | 'contactDigest'> | null> {
  const [row]: Pick<ContactPoint, 'sealedAddress' | 'contactDigest'>[] = await db.query(
    `SELECT sealed_address AS "sealedAddress", contact_digest AS "contactDigest" FROM contact_point
     WHERE account_id = $1 AND channel = $2 ORDER BY sequence DESC LIMIT 1`,
    [accountId, channel],
  );
  return row ?? null;
}

/** Whether any confirmed address of an account is known here; of a new account there is none for seconds. */
export async function hasAnyContactPoint(tx: EntityManager, accountId: Id<'account'>): Promise<boolean> {
  const found: unknown[] = await tx.query('SELECT 1 FROM contact_point WHERE account_id = $1 LIMIT 1', [accountId]);
  return found.length > 0;
}

/** Whether an account has confirmed the contact of this digest. */
export async function hasContactPoint(tx: EntityManager, accountId: string, contactDigest: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    'SELECT 1 FROM contact_point WHERE contact_digest = $1 AND account_id = $2 LIMIT 1',
    [contactDigest, accountId],
  );
  return found.length > 0;
}
