import type { SqlSession } from '@bindery/messaging';
import type { ContactPoint } from '../deliveries/delivery-recipients.rules';

/** Keeps a contact point; false when it was there. Its address never changes: another address is another contact point. */
export async function insertContactPoint(
  tx: SqlSession,
  accountId: string,
  contactPoint: ContactPoint & { readonly sealedAddress: string },
): Promise<boolean> {
  const { id, channel, sealedAddress, confirmedAt } = contactPoint;
  const inserted = await tx.query(
    `INSERT INTO contact_point (id, account_id, channel, sealed_address, confirmed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, accountId, channel, sealedAddress, confirmedAt],
  );
  return inserted.length === 1;
}

/** The contact points of an account, without their addresses. */
export const readContactPoints = (tx: SqlSession, accountId: string): Promise<ContactPoint[]> =>
  tx.query<ContactPoint>('SELECT id, channel, confirmed_at AS "confirmedAt" FROM contact_point WHERE account_id = $1', [
    accountId,
  ]);
