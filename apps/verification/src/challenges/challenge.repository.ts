import { In, LessThan, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { Challenge } from './challenge.rules';
import { ChallengeRow } from './challenge.entity';

/** Reads and writes challenges in the session given. Rows that are changed are locked first. */
export const challengeRepository = {
  async insert(tx: EntityManager, challenge: Challenge): Promise<void> {
    await tx.insert(ChallengeRow, challenge);
  },

  /** Writes the row of a challenge that this transaction has locked. */
  async save(tx: EntityManager, { id, ...columns }: Challenge): Promise<void> {
    await tx.update(ChallengeRow, { id }, columns);
  },

  /** The challenge, locked until the transaction ends: parallel answers come one after the other. */
  async lock(tx: EntityManager, id: string): Promise<Challenge | null> {
    return tx.findOne(ChallengeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  },

  async lockOpen(tx: EntityManager, purposeKey: string): Promise<Challenge | null> {
    return tx.findOne(ChallengeRow, { where: { purposeKey, state: 'PENDING' }, lock: { mode: 'pessimistic_write' } });
  },

  /** Open challenges whose time is over; those that somebody else holds are left to them. */
  async lockOverdue(tx: EntityManager, now: Date, limit: number): Promise<Challenge[]> {
    const where = { state: 'PENDING', expiresAt: LessThanOrEqual(now) } as const;
    return tx.find(ChallengeRow, {
      where,
      order: { expiresAt: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  },

  async find(session: EntityManager, ids: readonly string[]): Promise<Challenge[]> {
    return session.findBy(ChallengeRow, { id: In([...ids]) });
  },

  /** What an account can still answer. */
  async listOpen(session: EntityManager, accountId: string, now: Date): Promise<Challenge[]> {
    return session.find(ChallengeRow, {
      where: { accountId, state: 'PENDING', expiresAt: MoreThan(now) },
      order: { expiresAt: 'ASC' },
      take: 100,
    });
  },

  /** Deletes what was started before a moment; answers how many. */
  async deleteStartedBefore(tx: EntityManager, moment: Date): Promise<number> {
    return (await tx.delete(ChallengeRow, { startedAt: LessThan(moment) })).affected ?? 0;
  },
};
