import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { AddressChallengeRow } from './address-challenge.entity';

/** The text that was asked for last. */
export const findLastChallenge = (
  db: EntityManager,
  provider: string,
  operationId: Id<'operation'>,
): Promise<AddressChallengeRow | null> =>
  db.findOne(AddressChallengeRow, { where: { provider, operationId }, order: { round: 'DESC' } });

/** Whether a text with this nonce was signed, and taken, before. */
export const hasUsedNonce = (db: EntityManager, nonceHash: string): Promise<boolean> =>
  db
    .createQueryBuilder(AddressChallengeRow, 'challenge')
    .where('challenge.nonce_hash = :nonceHash AND challenge.used_at IS NOT NULL', { nonceHash })
    .getExists();

/** False where somebody else has made this round of the operation. */
export async function insertChallenge(tx: EntityManager, challenge: AddressChallengeRow): Promise<boolean> {
  const made = await tx
    .createQueryBuilder()
    .insert()
    .into(AddressChallengeRow)
    .values(challenge)
    .orIgnore()
    .returning('nonce_hash')
    .execute();
  return (made.raw as unknown[]).length === 1;
}

/** Counts a look at an answer before it is taken, so that many at once gain nothing; false where there were `most` already. */
export async function saveTry(db: EntityManager, nonceHash: string, most: number): Promise<boolean> {
  const { affected } = await db
    .createQueryBuilder()
    .update(AddressChallengeRow)
    .set({ tries: () => 'tries + 1' })
    .where('nonce_hash = :nonceHash AND tries < :most', { nonceHash, most })
    .execute();
  return affected === 1;
}

/** Uses a text, once and before its end; false where that is not so. */
export async function saveUsed(tx: EntityManager, nonceHash: string, now: Date): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(AddressChallengeRow)
    .set({ usedAt: now })
    .where('nonce_hash = :nonceHash AND used_at IS NULL AND expires_at > :now', { nonceHash, now })
    .execute();
  return affected === 1;
}

/** Forgets what was asked before `before`; how many. */
export async function deleteChallengesBefore(db: EntityManager, before: Date): Promise<number> {
  const { affected } = await db
    .createQueryBuilder()
    .delete()
    .from(AddressChallengeRow)
    .where('issued_at < :before', { before })
    .execute();
  return affected ?? 0;
}
