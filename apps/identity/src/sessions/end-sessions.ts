import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { AccountFact, AccountJournal, LockedAccount } from '../accounts';
import { saveSessionEnded } from './session.repository';
import type { Session, SessionEndCause } from './session.rules';

export interface SessionsEnd {
  readonly sessionIds: readonly Session['id'][];
  readonly cause: SessionEndCause;
  /** What happened besides, told before the ends. */
  readonly facts?: readonly AccountFact[];
}

/** Ends those of the account's sessions that have not ended, and says so of each. Answers how many. */
export type EndSessions = (tx: EntityManager, account: LockedAccount, end: SessionsEnd) => Promise<number>;

export function createEndSessions({ journal, clock }: { journal: AccountJournal; clock: Clock }): EndSessions {
  return async (tx, account, { sessionIds, cause, facts = [] }) => {
    const ended: AccountFact[] = [];
    for (const sessionId of sessionIds) {
      if (await saveSessionEnded(tx, sessionId, cause, clock.now()))
        ended.push({ type: 'bindery.account.session-ended.v1', data: { sessionId, cause } });
    }
    await journal.record(tx, account, [...facts, ...ended]);
    return ended.length;
  };
}
