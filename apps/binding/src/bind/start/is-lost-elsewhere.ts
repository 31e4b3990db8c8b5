import type { EntityManager } from 'typeorm';
import { listElsewhere, type Card } from '../../lifecycle';
import { listReported } from '../../lost';

/** Whether somebody else has had this card bound at its provider and reports it lost: who holds it now may have found it, or worse. */
export async function isLostElsewhere(
  db: EntityManager,
  card: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
): Promise<boolean> {
  for (const { id, accountId } of await listElsewhere(db, card, fingerprints))
    if ((await listReported(db, accountId, [id])).length > 0) return true;
  return false;
}
