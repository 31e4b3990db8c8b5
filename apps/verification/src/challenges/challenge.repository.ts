import type { Id } from '@bindery/kernel';
import { In, LessThan, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { asLocked, type Locked } from '@bindery/persistence';
import { ChallengeRow } from './challenge.entity';
import type { Challenge, Sending } from './challenge.rules';

/** A challenge whose row this transaction holds; only the locking reads here make one. */
export type LockedChallenge = Locked<Challenge>;

export async function insertChallenge(tx: EntityManager, challenge: Challenge): Promise<void> {
  await tx.insert(ChallengeRow, toRow(challenge));
}

/** The challenge, locked until the transaction ends: parallel answers come one after the other. */
export async function lockChallenge(tx: EntityManager, id: Id<'challenge'>): Promise<LockedChallenge | null> {
  const row = await tx.findOne(ChallengeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked(toChallenge(row));
}

/** The one that is open for a purpose, locked; and so is the purpose, that two who find none do not both open one. */
export async function lockOpenChallenge(tx: EntityManager, purposeKey: string): Promise<LockedChallenge | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`open challenge ${purposeKey}`]);
  const where = { purposeKey, state: 'PENDING' } as const;
  const row = await tx.findOne(ChallengeRow, { where, lock: { mode: 'pessimistic_write' } });
  return row && asLocked(toChallenge(row));
}

/** Open challenges whose time is over, locked; those that somebody else holds are left to them. */
export async function lockOverdueChallenges(tx: EntityManager, now: Date, limit: number): Promise<LockedChallenge[]> {
  const overdue = await tx.find(ChallengeRow, {
    where: { state: 'PENDING', expiresAt: LessThanOrEqual(now) },
    order: { expiresAt: 'ASC' },
    take: limit,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });
  return overdue.map((row) => asLocked(toChallenge(row)));
}

/** Writes what became of a challenge that this transaction has locked. */
export async function saveChallenge(tx: EntityManager, locked: LockedChallenge, next: Challenge): Promise<void> {
  const { id: _id, ...columns } = toRow(next);
  await tx.update(ChallengeRow, { id: locked.id }, columns);
}

export async function listChallengesById(tx: EntityManager, ids: readonly Id<'challenge'>[]): Promise<Challenge[]> {
  return (await tx.findBy(ChallengeRow, { id: In([...ids]) })).map(toChallenge);
}

/** What an account can still answer, a hundred at most. */
export async function listOpenChallenges(tx: EntityManager, accountId: Id<'account'>, now: Date): Promise<Challenge[]> {
  const open = await tx.find(ChallengeRow, {
    where: { accountId, state: 'PENDING', expiresAt: MoreThan(now) },
    order: { expiresAt: 'ASC' },
    take: 100,
  });
  return open.map(toChallenge);
}

/** Deletes what was started before a moment; answers how many. */
export async function deleteChallengesStartedBefore(tx: EntityManager, moment: Date): Promise<number> {
  return (await tx.delete(ChallengeRow, { startedAt: LessThan(moment) })).affected ?? 0;
}

const toRow = ({ sending, ...challenge }: Challenge): ChallengeRow => ({ ...challenge, ...(sending ?? unsent) });

const unsent = {
  sealedContact: null,
  contactDigest: null,
  sends: null,
  lastSendAt: null,
  messageId: null,
  deliveryState: null,
  deliveryAt: null,
};

function toChallenge({
  sealedContact,
  contactDigest,
  sends,
  lastSendAt,
  messageId,
  deliveryState,
  deliveryAt,
  ...challenge
}: ChallengeRow): Challenge {
  const sending = { sealedContact, contactDigest, sends, lastSendAt, messageId, deliveryState, deliveryAt };
  // The columns are there together or not at all.
  return { ...challenge, sending: sealedContact === null ? null : (sending as Sending) };
}
