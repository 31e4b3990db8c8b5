import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import type { AccountHolds } from './account-holds';
import { accountJobs } from './accounts.jobs';
import { saveLock } from './accounts.repository';

export interface OnAccountLockedDeps {
  readonly accountHolds: AccountHolds;
  readonly countStale: CountStale;
}

/**
 * A locked account's cards may not be used; a lock with an end of its own is lifted at that moment. A lock of the login
 * alone leaves the cards be: a stranger who guesses passwords must not be able to suspend them.
 */
export function createOnAccountLocked({ accountHolds, countStale }: OnAccountLockedDeps) {
  return async ({ type, data, sequence }: EventOf<'bindery.account.locked.v1'>, tx: EntityManager): Promise<void> => {
    if (data.scope === 'LOGIN') return;
    const { accountId, reason, at } = data;
    const until = data.until === undefined ? null : new Date(data.until);
    const isNews = await saveLock(tx, accountId, Number(sequence), { at: new Date(at), until });
    countStale(type, isNews);
    if (!isNews) return;
    await accountHolds.lay(tx, accountId, reason);
    if (until)
      await accountJobs.enqueue(tx, 'end-account-lock', { accountId }, { jobKey: `thaw ${accountId}`, runAt: until });
  };
}
