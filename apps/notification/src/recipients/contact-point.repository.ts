import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { ContactPointRow } from './contact-point.entity';
import type { ContactPoint } from './contact-point.rules';
import type { LockedRecipient } from './recipient.repository';

/** Keeps a contact point; false when it was there. Its address never changes: another address is another contact point. */
export async function insertContactPoint(
  tx: EntityManager,
  { accountId }: LockedRecipient,
  contactPoint: ContactPoint & { readonly sealedAddress: string },
): Promise<boolean> {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(ContactPointRow)
    .values({ ...contactPoint, accountId })
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length === 1;
}

/** The contact points of an account, without their addresses. */
export const listContactPoints = (tx: EntityManager, accountId: Id<'account'>): Promise<ContactPoint[]> =>
  tx.find(ContactPointRow, { where: { accountId }, select: { id: true, channel: true, confirmedAt: true } });
