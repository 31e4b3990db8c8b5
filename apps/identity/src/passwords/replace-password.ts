import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { SecurityLog } from '@bindery/service';
import type { LimitGuesses } from '../account-lock';
import { saveStanding, type AccountFact, type LockedAccount } from '../accounts';
import type { KnownAddresses } from '../known-addresses';
import { listLiveSessionIds, type EndSessions, type Session } from '../sessions';
import { savePassword } from './password.repository';

export interface NewPassword {
  readonly phone: string;
  readonly passwordHash: string;
  /** Where it is done, which is known from now on. */
  readonly clientAddress: string;
  readonly installationId?: string;
  /** Why sessions end. */
  readonly cause: 'PASSWORD_RESET' | 'PASSWORD_CHANGED';
  /** The one that goes on, if any. */
  readonly exceptSession?: Session['id'];
}

export interface ReplacedPassword {
  readonly accountId: Id<'account'>;
  /** RFC 3339. */
  readonly changedAt: string;
  readonly endedSessionCount: number;
}

/** Another password for an account whose owner was recognised: what was mistyped is forgotten, a lock is lifted, sessions end. */
export type ReplacePassword = (
  tx: EntityManager,
  account: LockedAccount,
  password: NewPassword,
) => Promise<ReplacedPassword>;

export interface ReplacePasswordDeps {
  readonly guesses: Pick<LimitGuesses, 'forgive'>;
  readonly endSessions: EndSessions;
  readonly knownAddresses: Pick<KnownAddresses, 'note'>;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

export function createReplacePassword(deps: ReplacePasswordDeps): ReplacePassword {
  const { guesses, endSessions, knownAddresses, clock, security } = deps;
  return async (tx, account, { phone, passwordHash, cause, exceptSession, ...place }) => {
    const now = clock.now();
    await savePassword(tx, account, passwordHash, now);
    await guesses.forgive(tx, phone, place);
    await knownAddresses.note(tx, account.id, place.clientAddress);
    const isLocked = account.standing === 'LOCKED';
    if (isLocked) await saveStanding(tx, account, 'GOOD');
    const facts: AccountFact[] = [{ type: 'bindery.account.password-changed.v1', data: {} }];
    if (isLocked) facts.push({ type: 'bindery.account.unlocked.v1', data: {} });
    const live = await listLiveSessionIds(tx, account.id, now);
    const sessionIds = live.filter((id) => id !== exceptSession);
    const endedSessionCount = await endSessions(tx, account, { sessionIds, cause, facts });
    security.record('password-changed', { userId: account.id, errorCode: isLocked ? 'UNLOCKED' : undefined });
    return { accountId: account.id, changedAt: now.toISOString(), endedSessionCount };
  };
}
