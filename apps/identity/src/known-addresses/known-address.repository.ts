import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import { KnownAddressRow } from './known-address.entity';

/** Keeps from where an account was used, unless that was written down since `unless`. */
export async function saveKnownAddress(
  tx: EntityManager,
  { accountId, addressDigest, lastUsedAt }: KnownAddressRow,
  unless: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO known_address AS known (account_id, address_digest, last_used_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, address_digest) DO UPDATE SET last_used_at = excluded.last_used_at
     WHERE known.last_used_at <= $4`,
    [accountId, addressDigest, lastUsedAt, unless],
  );
}

export async function hasKnownAddress(
  db: EntityManager,
  accountId: Id<'account'>,
  addressDigest: string,
  since: Date,
): Promise<boolean> {
  return (await db.countBy(KnownAddressRow, { accountId, addressDigest, lastUsedAt: MoreThan(since) })) > 0;
}

export async function deleteAddressesUsedBefore(tx: EntityManager, moment: Date): Promise<number> {
  return (await tx.delete(KnownAddressRow, { lastUsedAt: LessThan(moment) })).affected ?? 0;
}
