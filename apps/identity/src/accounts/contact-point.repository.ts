import { In, type EntityManager } from 'typeorm';
import type { ContactPoint } from './contact-point.rules';
import { ContactPointEntity } from './contact-point.entity';

/** The contact points of each account, in the order of the ids asked for. */
export async function findContactPoints(tx: EntityManager, accountIds: readonly string[]): Promise<ContactPoint[][]> {
  const rows = await tx.find(ContactPointEntity, { where: { accountId: In([...accountIds]) }, order: { id: 'ASC' } });
  return accountIds.map((accountId) => rows.filter((row) => row.accountId === accountId));
}
