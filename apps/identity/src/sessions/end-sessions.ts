import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.rules';
import type { SessionEndCause } from './session.rules';
import type { AccountFact } from '../accounts/account-journal';
import type { Accounts } from '../accounts/account.repository';
import { markSessionEnded } from './session.repository';

export interface EndSessions {
  readonly tx: EntityManager;
  readonly accounts: Accounts;
  /** As read under its row lock. */
  readonly account: Pick<Account, 'id' | 'version'>;
  readonly sessionIds: readonly string[];
  readonly cause: SessionEndCause;
  readonly now: Date;
  /** What happened besides, told before the ends. */
  readonly facts?: readonly AccountFact[];
}

/** Ends those of the sessions that have not ended, and says so of each. Answers how many. */
export async function endSessions({
  tx,
  accounts,
  account,
  sessionIds,
  cause,
  now,
  facts = [],
}: EndSessions): Promise<number> {
  const ended: AccountFact[] = [];
  for (const sessionId of sessionIds) {
    if (await markSessionEnded(tx, sessionId, cause, now))
      ended.push({ type: 'bindery.account.session-ended.v1', data: { sessionId, cause } });
  }
  await accounts.record(tx, account, [...facts, ...ended]);
  return ended.length;
}
