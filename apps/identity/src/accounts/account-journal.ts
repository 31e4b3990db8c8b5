import type { EntityManager } from 'typeorm';
import type { DataOf, EventType, NewEvent } from '@bindery/event-contracts';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { saveVersion, type LockedAccount } from './account.repository';

type AccountEventType = Extract<EventType, `bindery.account.${string}`>;

/** What happened to an account, without what follows from the account itself: its id, the time, the version. */
export type AccountFact = {
  [Type in AccountEventType]: { type: Type; data: Omit<DataOf<Type>, 'accountId' | 'at'> };
}[AccountEventType];

export interface AccountJournal {
  /**
   * Publishes what happened in the caller's transaction, once in it: each fact gets the next version, so that
   * readers see 1, 2, 3 … without a gap.
   */
  record(tx: EntityManager, account: LockedAccount, facts: readonly AccountFact[]): Promise<void>;
}

export function createAccountJournal({ outbox, clock }: { outbox: Outbox; clock: Clock }): AccountJournal {
  return {
    async record(tx, account, facts) {
      const { id, version } = account;
      const at = clock.now().toISOString();
      for (const [index, { type, data }] of facts.entries()) {
        await outbox.append(tx, {
          type,
          key: id,
          sequence: version + index + 1,
          data: { ...data, accountId: id, at },
        } as NewEvent);
      }
      await saveVersion(tx, account, facts.length);
    },
  };
}
