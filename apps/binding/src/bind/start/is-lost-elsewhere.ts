import type { Id } from '@bindery/kernel';
import type { SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import { findBinding, findFingerprint, listElsewhere, type Card } from '../../lifecycle';
import { listReported } from '../../lost';
import { cardKindOf } from '../../providers';

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

/** Only what there is as a card is found by others: elsewhere one name may be many people's. */
export const canBeFound = (kind: string): boolean => cardKindOf(kind).hasPhysicalCard === true;

/** The same of a binding that is begun: the report may have come since its card was entered. */
export const createIsBegunOfLost =
  ({ security }: { readonly security: SecurityLog }) =>
  async (db: EntityManager, bindingId: Id<'binding'>): Promise<boolean> => {
    const card = (await findBinding(db, bindingId))?.card;
    if (!card || !canBeFound(card.kind)) return false;
    const fingerprint = await findFingerprint(db, card.id);
    if (fingerprint === null || !(await isLostElsewhere(db, card, [fingerprint]))) return false;
    security.record('lost-card-refused', { userId: card.accountId, labels: { subject: card.provider } });
    return true;
  };
