import type { Id } from '@bindery/kernel';
import { In, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Card, CardStanding } from './card.rules';
import { CardRow } from './card.entity';

/** The account's card with one of these fingerprints: the same card, whichever key was current when it was added. */
export function findByFingerprint(
  tx: EntityManager,
  where: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
): Promise<CardRow | null> {
  return tx.findOneBy(CardRow, { ...where, fingerprint: In([...fingerprints]) });
}

export async function insertCard(tx: EntityManager, card: Card, fingerprint: string): Promise<void> {
  await tx.insert(CardRow, { ...card, doors: [...card.doors], fingerprint });
}

/** What the provider tells anew each time a card is added. */
export async function saveCard(tx: EntityManager, { id, token, brand, expiresOn, site, doors }: Card): Promise<void> {
  await tx.update(CardRow, { id }, { token, brand, expiresOn, site, doors: [...doors] });
}

/** The cards of these ids that there are, in no order. */
export const listCardsById = (db: EntityManager, ids: readonly Id<'card'>[]): Promise<Card[]> =>
  db.findBy(CardRow, { id: In([...ids]) });

export const hasCard = (tx: EntityManager, where: Pick<Card, 'id' | 'accountId'>): Promise<boolean> =>
  tx.existsBy(CardRow, where);

/** The cards of an account that stand so, in the order they were added; keys are their ids. */
export async function listCards(
  db: EntityManager,
  accountId: Id<'account'>,
  standing: CardStanding,
  page: PageRequest,
): Promise<Page<Card>> {
  const { direction, take, condition } = pageOf(page, 'ASC');
  const { sql, values } = condition(['c.id'], 2);
  const ids: { id: Id<'card'> }[] = await db.query(
    `SELECT c.id FROM ${cardsThat[standing]} AND ${sql} ORDER BY c.id ${direction} LIMIT ${take}`,
    [accountId, ...values],
  );
  const rows = await db.find(CardRow, { where: { id: In(ids.map(({ id }) => id)) }, order: { id: direction } });
  return toPage(rows, page);
}

/** How many cards of an account stand so. */
export async function countCards(db: EntityManager, accountId: Id<'account'>, standing: CardStanding): Promise<number> {
  const [row]: { count: number }[] = await db.query(`SELECT count(*)::integer AS count FROM ${cardsThat[standing]}`, [
    accountId,
  ]);
  return row?.count ?? 0;
}

const live = `EXISTS (
  SELECT 1 FROM binding b WHERE b.card_id = c.id AND b.phase NOT IN ('UNBOUND', 'DECLINED', 'REPLACED', 'RETIRED'))`;
const cardsThat: Readonly<Record<CardStanding, string>> = {
  PRESENT: `card c WHERE c.account_id = $1 AND ${live}`,
  PAST: `card c WHERE c.account_id = $1 AND NOT ${live}`,
};

/** Forgets the provider's name for the card, unless another binding of it can still be used or restored. */
export async function deleteToken(tx: EntityManager, cardId: Id<'card'>): Promise<void> {
  await tx.query(
    `UPDATE card SET token = NULL WHERE id = $1
     AND NOT EXISTS (SELECT 1 FROM binding WHERE card_id = $1 AND phase NOT IN ('DECLINED', 'REPLACED', 'RETIRED'))`,
    [cardId],
  );
}
