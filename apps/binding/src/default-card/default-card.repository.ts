import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { asLocked, type Locked } from '@bindery/persistence';
import type { DefaultChoice } from './default-card.rules';
import { DefaultCardRow } from './default-card.entity';

/** What an account pays with, its row held by this transaction. */
export type LockedChoice = Locked<DefaultChoice & { readonly accountId: Id<'account'> }>;

/**
 * Locks what an account pays with until the transaction ends, made if there is none. Taken after the lock of a binding,
 * never before one, so that two transactions cannot wait for each other.
 */
export async function lockDefaultChoice(tx: EntityManager, accountId: Id<'account'>): Promise<LockedChoice> {
  await tx.query('INSERT INTO wallet (account_id) VALUES ($1) ON CONFLICT DO NOTHING', [accountId]);
  const row = await tx.findOne(DefaultCardRow, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  return asLocked({ accountId, ...toChoice(row) });
}

export async function findDefaultChoice(db: EntityManager, accountId: Id<'account'>): Promise<DefaultChoice> {
  return toChoice(await db.findOneBy(DefaultCardRow, { accountId }));
}

export async function saveDefaultChoice(
  tx: EntityManager,
  { accountId }: LockedChoice,
  { defaultCardId, preferredCardId, order }: DefaultChoice,
): Promise<void> {
  await tx.update(DefaultCardRow, { accountId }, { defaultCardId, preferredCardId, order: [...order] });
}

const toChoice = (row: DefaultCardRow | null): DefaultChoice => ({
  defaultCardId: row?.defaultCardId ?? null,
  preferredCardId: row?.preferredCardId ?? null,
  order: row?.order ?? [],
});
