import type { Clock, Id } from '@bindery/kernel';
import type { SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import {
  addDays,
  findBinding,
  findByFingerprint,
  findFingerprint,
  listBoundBefore,
  listInSlots,
  hasBoundAt,
  type Card,
  type Slot,
} from '../../lifecycle';
import { listReported } from '../../lost';
import { cardKindOf } from '../../providers';

/**
 * For how long a report is believed of somebody who has taken the card off since. By then a card that is lost has been replaced, and the new one has
 * a number of its own; without an end a former owner could keep the next from binding it for good.
 */
export const lostElsewhereDays = 90;

/**
 * Whether somebody else reports this card lost who had it first: who holds it now may have found it, or worse. A report counts of whoever had it bound
 * at its provider when they made it, and before this account ever had; it lapses, unless they have it bound still.
 */
async function isLostElsewhere(
  db: EntityManager,
  card: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
  now: Date,
): Promise<boolean> {
  for (const { id, accountId } of await listBoundBefore(db, card, fingerprints))
    for (const { reportedAt } of await listReported(db, accountId, [id])) {
      const isFresh = now < addDays(reportedAt, lostElsewhereDays);
      if ((await hasBoundAt(db, id, reportedAt)) && (isFresh || (await hasBoundAt(db, id, now)))) return true;
    }
  return false;
}

/** Only what there is as a card is found by others: elsewhere one name may be many people's. */
export const canBeFound = (kind: string): boolean => cardKindOf(kind).hasPhysicalCard === true;

/** The same of a card that is entered. One that has its place on the device already is not begun, and nothing is told of it that was not told before. */
export async function isEnteredLost(
  db: EntityManager,
  { accountId, provider, deviceId }: Pick<Card, 'accountId' | 'provider'> & Pick<Slot, 'deviceId'>,
  fingerprints: readonly string[],
  now: Date,
): Promise<boolean> {
  const own = await findByFingerprint(db, { accountId, provider }, fingerprints);
  if (own && (await listInSlots(db, [{ accountId, cardId: own.id, deviceId }])).length > 0) return false;
  return isLostElsewhere(db, { accountId, provider }, fingerprints, now);
}

/**
 * The same of a binding that is begun, or comes back: the report may have come since its card was entered. Its number is gone by now, so the card is
 * known only where it was added under the same fingerprint key.
 */
export const createIsBegunOfLost =
  ({ security, clock }: { readonly security: SecurityLog; readonly clock: Clock }) =>
  async (db: EntityManager, bindingId: Id<'binding'>): Promise<boolean> => {
    const card = (await findBinding(db, bindingId))?.card;
    if (!card || !canBeFound(card.kind)) return false;
    const fingerprint = await findFingerprint(db, card.id);
    if (fingerprint === null || !(await isLostElsewhere(db, card, [fingerprint], clock.now()))) return false;
    security.record('lost-card-refused', { userId: card.accountId, labels: { subject: card.provider } });
    return true;
  };
