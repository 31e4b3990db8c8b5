import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { Transaction } from './transaction';

const transactions = new WeakMap<object, Transaction>();

/** What TypeORM's runner for PostgreSQL keeps of a transaction: whether there is one, and how many are nested in each other. */
type Counting = QueryRunner & { isTransactionActive: boolean; transactionDepth: number };

/**
 * Begins a transaction on the connection of a query runner without waiting for it, as TypeORM's own would be. The runner is told, since
 * repositories begin one of their own where there is none, and a nested one becomes a savepoint.
 */
export async function openTransaction(runner: QueryRunner): Promise<Transaction> {
  const counting = runner as Counting;
  const transaction = new Transaction((await runner.connect()) as PoolClient, () => counting.transactionDepth > 1);
  counting.isTransactionActive = true;
  counting.transactionDepth = 1;
  transactions.set(runner.manager, transaction);
  return transaction;
}

/** The transaction that the unit of work at hand runs in, if it is one. */
export const transactionOf = (tx: object): Transaction | undefined => transactions.get(tx);
