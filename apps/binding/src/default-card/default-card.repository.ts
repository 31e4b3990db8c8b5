import type { EntityManager } from 'typeorm';
import type { UsableMethod, Wallet } from './default-card.rules';

interface WalletRow {
  readonly default_card_id: string | null;
  readonly preferred_card_id: string | null;
}

/**
 * Locks an account's wallet until the transaction ends, made if there is none. Taken after the lock of a binding,
 * never before one, so that two transactions cannot wait for each other.
 */
export async function lockWallet(tx: EntityManager, accountId: string): Promise<Wallet> {
  await tx.query('INSERT INTO wallet (account_id) VALUES ($1) ON CONFLICT DO NOTHING', [accountId]);
  const [row]: WalletRow[] = await tx.query(
    'SELECT default_card_id, preferred_card_id FROM wallet WHERE account_id = $1 FOR UPDATE',
    [accountId],
  );
  return toWallet(row, await findUsableMethods(tx, accountId));
}

export async function readWallet(tx: EntityManager, accountId: string): Promise<Wallet> {
  const [row]: WalletRow[] = await tx.query(
    'SELECT default_card_id, preferred_card_id FROM wallet WHERE account_id = $1',
    [accountId],
  );
  return toWallet(row, await findUsableMethods(tx, accountId));
}

export async function saveWallet(
  tx: EntityManager,
  accountId: string,
  { defaultCardId, preferredCardId }: Omit<Wallet, 'usable'>,
): Promise<void> {
  await tx.query('UPDATE wallet SET default_card_id = $2, preferred_card_id = $3 WHERE account_id = $1', [
    accountId,
    defaultCardId,
    preferredCardId,
  ]);
}

const toWallet = (row: WalletRow | undefined, usable: readonly UsableMethod[]): Wallet => ({
  defaultCardId: row?.default_card_id ?? null,
  preferredCardId: row?.preferred_card_id ?? null,
  usable,
});

/** The same as the machine's `isUsable`, for cards that pay; the one bound longest first. */
function findUsableMethods(tx: EntityManager, accountId: string): Promise<UsableMethod[]> {
  return tx.query(
    `SELECT card_id AS "cardId", id AS "bindingId" FROM binding
     WHERE account_id = $1 AND kind <> 'ACCESS_CARD' AND phase = 'BOUND' AND holds = '[]' AND sync ->> 'state' IN ('IN_SYNC', 'PENDING')
     ORDER BY bound_at, id`,
    [accountId],
  );
}
