import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { saveLock } from './accounts.repository';
import type { OnAccountLockedDeps } from './on-account-locked.consumer';

/** Cards may be used again, as far as nothing else holds them. */
export function createOnAccountUnlocked({
  accountHolds,
  countStale,
}: Pick<OnAccountLockedDeps, 'accountHolds' | 'countStale'>) {
  return async ({ type, data, sequence }: EventOf<'bindery.account.unlocked.v1'>, tx: EntityManager): Promise<void> => {
    const isNews = await saveLock(tx, data.accountId, Number(sequence), null);
    countStale(type, isNews);
    if (isNews) await accountHolds.lift(tx, data.accountId);
  };
}
