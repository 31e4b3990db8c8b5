import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { asLocked, type Locked } from '@bindery/persistence';
import { payingKinds } from '../providers';
import type { DefaultCard, UsableMethod } from './default-card.rules';
import { DefaultCardRow } from './default-card.entity';

/** What an account pays with, its row held by this transaction. */
export type LockedDefaultCard = Locked<DefaultCard & { readonly accountId: Id<'account'> }>;

/**
 * Locks what an account pays with until the transaction ends, made if there is none. Taken after the lock of a binding,
 * never before one, so that two transactions cannot wait for each other.
 */
export async function lockDefaultCard(tx: EntityManager, accountId: Id<'account'>): Promise<LockedDefaultCard> {
  await tx.query('INSERT INTO wallet (account_id) VALUES ($1) ON CONFLICT DO NOTHING', [accountId]);
  const row = await tx.findOne(DefaultCardRow, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  return asLocked({ accountId, ...toDefaultCard(row, await listUsableMethods(tx, accountId)) });
}

export async function findDefaultCard(tx: EntityManager, accountId: Id<'account'>): Promise<DefaultCard> {
  const row = await tx.findOneBy(DefaultCardRow, { accountId });
  return toDefaultCard(row, await listUsableMethods(tx, accountId));
}

/** The id of the card that pays by default; null when none can. */
export async function findDefaultCardId(db: EntityManager, accountId: Id<'account'>): Promise<Id<'card'> | null> {
  return (await db.findOneBy(DefaultCardRow, { accountId }))?.defaultCardId ?? null;
}

export async function saveDefaultCard(
  tx: EntityManager,
  { accountId }: LockedDefaultCard,
  { defaultCardId, preferredCardId }: Omit<DefaultCard, 'usable'>,
): Promise<void> {
  await tx.update(DefaultCardRow, { accountId }, { defaultCardId, preferredCardId });
}

const toDefaultCard = (row: DefaultCardRow | null, usable: readonly UsableMethod[]): DefaultCard => ({
  defaultCardId: row?.defaultCardId ?? null,
  preferredCardId: row?.preferredCardId ?? null,
  usable,
});

/** The same as the machine's `isUsable`, for cards that pay; the one bound longest first. */
function listUsableMethods(tx: EntityManager, accountId: Id<'account'>): Promise<UsableMethod[]> {
  return tx.query(
    `SELECT card_id AS "cardId", id AS "bindingId" FROM binding
     WHERE account_id = $1 AND kind = ANY($2) AND phase = 'BOUND' AND holds = '[]' AND sync ->> 'state' IN ('IN_SYNC', 'PENDING')
     ORDER BY bound_at, id`,
    [accountId, payingKinds],
  );
}
