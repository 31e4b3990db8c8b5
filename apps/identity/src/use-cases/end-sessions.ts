import type { EntityManager } from 'typeorm';
import type { Account } from '../domain/account';
import type { SessionEndCause } from '../domain/session';
import type { AccountFact } from '../persistence/account-journal';
import type { Accounts } from '../persistence/accounts.repository';
import { markSessionEnded } from '../persistence/sessions.repository';

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
