import type { Id } from '@bindery/kernel';
import { MoreThan, type EntityManager } from 'typeorm';
import { KnownWantedCardRow } from './known-wanted-card.entity';
import type { KnownWantedCard } from './known-wanted-card.rules';

/** Keeps what an event told of a card that is to move; false when something as new or newer is known. */
export async function saveKnownWantedCard(
  tx: EntityManager,
  { id, bindingId, accountId, kindName, deadline, sequence }: KnownWantedCard,
): Promise<boolean> {
  const kept: unknown[] = await tx.query(
    `INSERT INTO known_wanted_card AS known (id, binding_id, account_id, kind_name, deadline, sequence)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET kind_name = excluded.kind_name, deadline = excluded.deadline, sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING id`,
    [id, bindingId, accountId, kindName, deadline, sequence],
  );
  return kept.length === 1;
}

/** Cards that an account can still enter for a move. A hundred at most. */
export const listKnownWantedCards = (
  db: EntityManager,
  accountId: Id<'account'>,
  now: Date,
): Promise<KnownWantedCard[]> =>
  db.find(KnownWantedCardRow, {
    where: { accountId, deadline: MoreThan(now) },
    order: { deadline: 'ASC', id: 'ASC' },
    take: 100,
  });
