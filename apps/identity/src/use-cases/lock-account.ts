import type { UnitOfWork } from '@bindery/persistence';
import type { Accounts } from '../persistence/accounts.repository';

/** Locks an account whose password was guessed at too often; its owner is told by way of the event (requirement 23). */
export type LockAccount = (accountId: string) => Promise<void>;

export function createLockAccount({ unitOfWork, accounts }: { unitOfWork: UnitOfWork; accounts: Accounts }): LockAccount {
  return (accountId) =>
    unitOfWork.run(async (tx) => {
      const holder = await accounts.lock(tx, accountId);
      if (holder?.account.standing !== 'GOOD') return;
      await accounts.setStanding(tx, accountId, 'LOCKED');
      await accounts.record(tx, holder.account, [{ type: 'bindery.account.locked.v1', data: { reason: 'TOO_MANY_FAILURES' } }]);
    });
}
