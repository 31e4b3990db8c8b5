import { LessThan, type EntityManager } from 'typeorm';
import { KnownAddressRow } from './known-address.entity';

/** Keeps from where an account logged in; an older login leaves a newer one as it is. */
export async function saveKnownAddress(
  tx: EntityManager,
  { accountId, addressDigest, knownAt }: KnownAddressRow,
): Promise<void> {
  await tx.query(
    `INSERT INTO known_address AS known (account_id, address_digest, known_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, address_digest) DO UPDATE SET known_at = greatest(known.known_at, excluded.known_at)`,
    [accountId, addressDigest, knownAt],
  );
}

/** Whether an account that has this contact has logged in from this address since a moment. */
export async function hasKnownAddress(
  tx: EntityManager,
  contactDigest: string,
  addressDigest: string,
  since: Date,
): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM contact_point JOIN known_address USING (account_id)
     WHERE contact_digest = $1 AND address_digest = $2 AND known_at > $3 LIMIT 1`,
    [contactDigest, addressDigest, since],
  );
  return found.length > 0;
}

export async function deleteAddressesKnownBefore(tx: EntityManager, moment: Date): Promise<number> {
  return (await tx.delete(KnownAddressRow, { knownAt: LessThan(moment) })).affected ?? 0;
}
