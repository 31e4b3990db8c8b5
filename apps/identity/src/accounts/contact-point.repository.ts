import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Account } from './account.rules';
import { ContactPointRow } from './contact-point.entity';
import type { ContactPoint } from './contact-point.rules';

/** The contact points of each account, in the order of the ids asked for. */
export async function listContactPoints(
  tx: EntityManager,
  accountIds: readonly Account['id'][],
): Promise<ContactPoint[][]> {
  const rows = await tx.find(ContactPointRow, { where: { accountId: In([...accountIds]) }, order: { id: 'ASC' } });
  return accountIds.map((accountId) => rows.filter((row) => row.accountId === accountId));
}

/** How many contact points of an account were confirmed since. */
export const countContactPointsSince = (tx: EntityManager, accountId: Account['id'], since: Date): Promise<number> =>
  tx.countBy(ContactPointRow, { accountId, confirmedAt: MoreThan(since) });

/** Throws a unique violation of `contact_point_lookup` when the address has an account. */
export async function insertContactPoint(
  tx: EntityManager,
  contactPoint: ContactPoint & { readonly lookup: string },
): Promise<void> {
  await tx.insert(ContactPointRow, { ...contactPoint });
}
