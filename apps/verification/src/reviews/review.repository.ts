import type { Id } from '@bindery/kernel';
import { asLocked, pageOf, toPage, type Locked, type Page, type PageRequest } from '@bindery/persistence';
import { In, type EntityManager } from 'typeorm';
import { ReviewVoteRow } from './decide/review-vote.entity';
import { ReviewRow } from './review.entity';
import type { Review, Vote } from './review.rules';

/** A review whose row this transaction holds. */
export type LockedReview = Locked<Review>;

/** False where this request has its review already. */
export async function insertReview(tx: EntityManager, review: Review): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(ReviewRow)
    .values({ ...review })
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length === 1;
}

/** The review, locked until the transaction ends: of two who decide at once one comes second. */
export async function lockReview(tx: EntityManager, id: Id<'review'>): Promise<LockedReview | null> {
  const row = await tx.findOne(ReviewRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked<Review>(row);
}

/** The newest review of a binding of an account, locked: what is stated and what is decided come one after the other. */
export async function lockNewestReview(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  accountId: Id<'account'>,
): Promise<LockedReview | null> {
  const row = await tx.findOne(ReviewRow, {
    where: { bindingId, accountId },
    order: { requestedAt: 'DESC', id: 'DESC' },
    lock: { mode: 'pessimistic_write' },
  });
  return row && asLocked<Review>(row);
}

/** Writes what became of a review that this transaction has locked. */
export async function saveReview(tx: EntityManager, locked: LockedReview, next: Review): Promise<void> {
  const { state, reasons, decidedAt, version } = next;
  await tx.update(ReviewRow, { id: locked.id }, { state, reasons: [...reasons], decidedAt, version });
}

/** The open ones of a binding are over, as its holder gave up or the time was. */
export async function saveReviewsEnded(tx: EntityManager, bindingId: Id<'binding'>): Promise<void> {
  await tx.update(ReviewRow, { bindingId, state: 'OPEN' }, { state: 'ENDED' });
}

export const insertVote = async (tx: EntityManager, vote: Vote): Promise<void> =>
  void (await tx.insert(ReviewVoteRow, { ...vote, reasons: [...vote.reasons] }));

/** What was said of reviews, in the order it was said. */
export const listVotes = (db: EntityManager, reviewIds: readonly Id<'review'>[]): Promise<Vote[]> =>
  db.find(ReviewVoteRow, { where: { reviewId: In([...reviewIds]) }, order: { decidedAt: 'ASC', reviewerId: 'ASC' } });

export const listReviewsById = (db: EntityManager, ids: readonly Id<'review'>[]): Promise<Review[]> =>
  db.findBy(ReviewRow, { id: In([...ids]) });

/** The newest review of each of these bindings that has one. */
export async function listNewestReviews(db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<Review[]> {
  const rows = await db.find(ReviewRow, {
    where: { bindingId: In([...bindingIds]) },
    order: { requestedAt: 'ASC', id: 'ASC' },
  });
  return [...new Map(rows.map((row) => [row.bindingId, row])).values()];
}

/** What waits for people about an account's bindings, a hundred at most. */
export const listOpenReviews = (db: EntityManager, accountId: Id<'account'>): Promise<Review[]> =>
  db.find(ReviewRow, { where: { accountId, state: 'OPEN' }, order: { deadline: 'ASC' }, take: 100 });

/** What a reviewer can decide now, the longest waiting first: nothing of their own, nothing that they have said their word about. */
export async function listReviewsFor(
  db: EntityManager,
  reviewerId: Id<'account'>,
  now: Date,
  page: PageRequest,
): Promise<Page<Review>> {
  const { direction, take, condition } = pageOf(page, 'ASC');
  const within = condition(['id'], 3);
  const ids: { id: Id<'review'> }[] = await db.query(
    `SELECT id FROM review
     WHERE state = 'OPEN' AND deadline > $1 AND account_id <> $2 AND ${within.sql}
       AND NOT EXISTS (SELECT FROM review_vote WHERE review_id = review.id AND reviewer_id = $2)
     ORDER BY id ${direction} LIMIT ${take}`,
    [now, reviewerId, ...within.values],
  );
  const known = new Map(
    (
      await listReviewsById(
        db,
        ids.map(({ id }) => id),
      )
    ).map((review) => [review.id, review]),
  );
  return toPage(
    ids.flatMap(({ id }) => known.get(id) ?? []),
    page,
  );
}
