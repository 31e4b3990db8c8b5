import type { Id } from '@bindery/kernel';
import { IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { WantedCardRow } from './wanted-card.entity';

export type WantedCard = Readonly<WantedCardRow>;

/** What may change of one that is there. */
export type WantedCardChange = Partial<
  Pick<WantedCard, 'deviceId' | 'proofId' | 'askedAt' | 'enterBy' | 'successorId' | 'endedAt'>
>;

/** What an account is to enter on a device by a moment that is still to come. */
export const listWantedCards = (
  db: EntityManager,
  { accountId, deviceId }: Pick<WantedCard, 'accountId' | 'deviceId'>,
  now: Date,
): Promise<WantedCard[]> =>
  db.findBy(WantedCardRow, {
    accountId,
    deviceId,
    successorId: IsNull(),
    endedAt: IsNull(),
    enterBy: MoreThan(now),
  });

/** The move to a device that a card is entered for. */
export const findWantedCard = (
  tx: EntityManager,
  { cardId, deviceId }: Pick<WantedCard, 'cardId' | 'deviceId'>,
  now: Date,
): Promise<WantedCard | null> =>
  tx.findOneBy(WantedCardRow, {
    cardId,
    deviceId,
    successorId: IsNull(),
    endedAt: IsNull(),
    enterBy: MoreThan(now),
  });

/** The one that is open for a binding that is to be replaced, or for what was begun in its place; locked. */
export const lockWantedCard = (
  tx: EntityManager,
  of: Pick<WantedCard, 'predecessorId'> | { readonly successorId: Id<'binding'> },
): Promise<WantedCard | null> =>
  tx.findOne(WantedCardRow, { where: { ...of, endedAt: IsNull() }, lock: { mode: 'for_no_key_update' } });

/** The bindings of those whose day has passed though nothing was entered, the longest ago first. */
export async function listOverdue(db: EntityManager, now: Date, limit: number): Promise<Id<'binding'>[]> {
  const rows = await db.find(WantedCardRow, {
    select: { id: true, predecessorId: true },
    where: { successorId: IsNull(), endedAt: IsNull(), enterBy: LessThanOrEqual(now) },
    order: { enterBy: 'ASC' },
    take: limit,
  });
  return rows.map(({ predecessorId }) => predecessorId);
}

export async function insertWantedCard(tx: EntityManager, wanted: WantedCard): Promise<void> {
  await tx.insert(WantedCardRow, { ...wanted });
}

/** Saves the next version of one that is locked. */
export async function saveWantedCard(
  tx: EntityManager,
  wanted: WantedCard,
  change: WantedCardChange,
): Promise<WantedCard> {
  const next = { ...change, version: wanted.version + 1 };
  await tx.update(WantedCardRow, { id: wanted.id }, next);
  return { ...wanted, ...next };
}
