import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { noteLock } from '../persistence/account.repository';
import type { AccountHolds } from '../use-cases/account-holds';

/** Cards may be used again, as far as nothing else holds them. */
export function createOnAccountUnlocked({ accountHolds }: { readonly accountHolds: AccountHolds }) {
  return async ({ data, sequence }: EventOf<'bindery.account.unlocked.v1'>, tx: EntityManager): Promise<void> => {
    if (await noteLock(tx, data.accountId, Number(sequence), null)) await accountHolds.lift(tx, data.accountId);
  };
}
