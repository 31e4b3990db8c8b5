import type { EntityManager } from 'typeorm';
import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { ProviderProfile } from '../../catalogue';
import { findBinding, type Binding } from '../../lifecycle';
import {
  findWantedCard,
  insertSuccession,
  listSuccessorsOf,
  takesLoansAlong,
  type ListBorrowing,
  type WantedCards,
} from '../../succession';
import { alreadyBoundBy, loanRunning } from './refuse-beginning';
import type { StartRefusal } from './start-binding.errors';

interface MoveBegun {
  readonly predecessorId: Id<'binding'>;
}

interface FindMoveDeps {
  readonly profile: Pick<ProviderProfile, 'deviceMove'>;
  readonly listBorrowing: ListBorrowing;
  readonly at: Date;
}

/**
 * The binding on another device that a card takes the place of, where its holder has asked to move it to this one; null where they have not.
 * Refused while another takes that place already, and while a loan hangs on the old one that would be left behind.
 */
export async function findMove(
  tx: EntityManager,
  slot: Pick<Binding, 'cardId' | 'deviceId'>,
  { profile, listBorrowing, at }: FindMoveDeps,
): Promise<Result<MoveBegun | null, StartRefusal>> {
  const wanted = await findWantedCard(tx, slot, at);
  if (!wanted) return ok(null);
  const { predecessorId } = wanted;
  const [other] = await listSuccessorsOf(tx, [predecessorId]);
  const taken = other && (await findBinding(tx, other.successorId));
  if (taken) return err(alreadyBoundBy(taken.binding));
  const leavesLoan = !takesLoansAlong('MOVE', profile) && (await listBorrowing(tx, [predecessorId])).has(predecessorId);
  return leavesLoan ? err(loanRunning) : ok({ predecessorId });
}

/** Has what was begun with a card that was entered for a move take the place of the old binding once it is bound. */
export async function beginMove(
  tx: EntityManager,
  { predecessorId }: MoveBegun,
  { id: successorId, accountId, provider, startedAt: begunAt }: Binding,
  wantedCards: Pick<WantedCards, 'entered'>,
): Promise<void> {
  const of = { successorId, predecessorId, accountId, provider };
  await insertSuccession(tx, { ...of, kind: 'MOVE', reason: 'MOVED', begunAt });
  await wantedCards.entered(tx, predecessorId, successorId);
}
