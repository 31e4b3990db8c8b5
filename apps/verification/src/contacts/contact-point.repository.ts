import type { EntityManager } from 'typeorm';
import { ContactPointRow } from './contact-point.entity';
import type { ContactChannel, ContactPoint } from './contact-point.rules';

/** Keeps a contact point; false when something as new or newer is known of it. */
export async function keepContactPoint(
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

/** The newest confirmed address of an account on a channel. */
export async function findNewestContactPoint(
  tx: EntityManager,
  accountId: string,
  channel: ContactChannel,
): Promise<ContactPoint | null> {
  return tx.findOne(ContactPointRow, { where: { accountId, channel }, order: { sequence: 'DESC' } });
}
