import type { Id } from '@bindery/kernel';
import { In, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Card, CardStanding } from './card.rules';
import type { Binding } from './binding.rules';
import { CardRow } from './card.entity';

/** The account's card with one of these fingerprints: the same card, whichever key was current when it was added. */
export function findByFingerprint(
  tx: EntityManager,
  where: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
): Promise<CardRow | null> {
  return tx.findOneBy(CardRow, { ...where, fingerprint: In([...fingerprints]) });
}

/**
 * The same card in other accounts, of those that had it bound before this one ever had: who has only begun to bind it may be anybody. By the history,
 * as a binding keeps when it was bound last.
 */
export function listBoundBefore(
  db: EntityManager,
  { accountId, provider }: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
): Promise<Pick<Card, 'id' | 'accountId'>[]> {
  return db.query(
    `WITH bound AS (
       SELECT c.id, c.account_id, min(h.position) AS first FROM card c
       JOIN binding_change h ON h.card_id = c.id AND h.to_phase = 'BOUND'
       WHERE c.provider = $1 AND c.fingerprint = ANY($2) GROUP BY c.id
     )
     SELECT id, account_id AS "accountId" FROM bound
     WHERE account_id <> $3 AND NOT EXISTS (SELECT FROM bound mine WHERE mine.account_id = $3 AND mine.first < bound.first)`,
    [provider, [...fingerprints], accountId],
  );
}

/** Whether a card was at its provider at that moment, on any device and in whatever hold: bound, or not taken off yet. */
export async function hasBoundAt(db: EntityManager, id: Id<'card'>, at: Date): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `SELECT FROM binding b WHERE b.card_id = $1 AND (
       SELECT h.to_phase FROM binding_change h WHERE h.card_id = $1 AND h.binding_id = b.id AND h.at <= $2
       ORDER BY h.position DESC LIMIT 1
     ) IN ('BOUND', 'UNBINDING')`,
    [id, at],
  );
  return rows.length > 0;
}

/** By what a card is known in other accounts. */
export async function findFingerprint(db: EntityManager, id: Id<'card'>): Promise<string | null> {
  const row = await db.findOne(CardRow, { where: { id }, select: { fingerprint: true } });
  return row?.fingerprint ?? null;
}

/** Where a card is bound in other accounts, each card of them once; none where it is not for the first time that it is bound in its own. */
export function listBoundElsewhere(
  tx: EntityManager,
  { cardId, id }: Pick<Binding, 'cardId' | 'id'>,
): Promise<Pick<Binding, 'id' | 'cardId' | 'accountId'>[]> {
  return tx.query(
    `SELECT DISTINCT ON (b.card_id) b.id, b.card_id AS "cardId", b.account_id AS "accountId" FROM card mine
     JOIN card other ON other.provider = mine.provider AND other.fingerprint = mine.fingerprint AND other.account_id <> mine.account_id
     JOIN binding b ON b.card_id = other.id AND b.phase = 'BOUND'
     WHERE mine.id = $1 AND NOT EXISTS (SELECT FROM binding was WHERE was.card_id = $1 AND was.id <> $2 AND was.bound_at IS NOT NULL)
     ORDER BY b.card_id, b.id`,
    [cardId, id],
  );
}

export async function insertCard(tx: EntityManager, card: Card, fingerprint: string): Promise<void> {
  await tx.insert(CardRow, { ...card, doors: [...card.doors], fingerprint });
}

/** What the provider tells anew each time a card is added, and what its issuer changes. */
export async function saveCard(
  tx: EntityManager,
  { id, token, lastFour, brand, expiresOn, site, doors }: Card,
): Promise<void> {
  await tx.update(CardRow, { id }, { token, lastFour, brand, expiresOn, site, doors: [...doors] });
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

const hasBinding = (phases: string) => `EXISTS (SELECT 1 FROM binding b WHERE b.card_id = c.id AND b.phase ${phases})`;
const started = hasBinding(`= 'VERIFYING'`);
const confirmed = hasBinding(`NOT IN ('VERIFYING', 'UNBOUND', 'DECLINED', 'REPLACED', 'RETIRED')`);
const wasBound = hasBinding(`IN ('UNBOUND', 'REPLACED', 'RETIRED')`);
/** Their holder meant it: it was proved, whatever the provider made of it. */
const wasMeant = `EXISTS (SELECT 1 FROM binding_change h WHERE h.card_id = c.id AND h.trigger = 'RequirementsMet')`;
const ofAccount = 'card c WHERE c.account_id = $1';
const cardsThat: Readonly<Record<CardStanding, string>> = {
  PRESENT: `${ofAccount} AND (${confirmed} OR (${started} AND ${wasBound}))`,
  STARTED: `${ofAccount} AND ${started} AND NOT ${confirmed} AND NOT ${wasBound}`,
  PAST: `${ofAccount} AND NOT ${started} AND NOT ${confirmed} AND (${wasBound} OR ${wasMeant})`,
};

/** Forgets the provider's name for the card, unless another binding of it can still be used or restored. */
export async function deleteToken(tx: EntityManager, cardId: Id<'card'>): Promise<void> {
  await tx.query(
    `UPDATE card SET token = NULL WHERE id = $1
     AND NOT EXISTS (SELECT 1 FROM binding WHERE card_id = $1 AND phase NOT IN ('DECLINED', 'REPLACED', 'RETIRED'))`,
    [cardId],
  );
}
