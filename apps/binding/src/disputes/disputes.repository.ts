import type { Id } from '@bindery/kernel';
import { asLocked, pageOf, toPage, type Locked, type Page, type PageRequest } from '@bindery/persistence';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import type { DisputeDecision } from './decisions.rules';
import { DisputeDecisionRow } from './dispute-decision.entity';
import { DisputeEvidenceRow } from './dispute-evidence.entity';
import { DisputeRow } from './dispute.entity';
import type { Dispute, DisputeEvidence, DisputeState } from './disputes.rules';
import type { RemovalAnswer } from './removal-question.rules';
import { RemovalAnswerRow } from './removal-answer.entity';

/** A dispute whose row this transaction holds; its binding is locked before it. */
export type LockedDispute = Locked<Dispute>;

export async function insertDispute(tx: EntityManager, dispute: Dispute, evidence: DisputeEvidence): Promise<void> {
  await tx.insert(DisputeRow, { ...dispute });
  await tx.insert(DisputeEvidenceRow, evidence);
}

export const findDispute = (db: EntityManager, id: Id<'dispute'>): Promise<Dispute | null> =>
  db.findOneBy(DisputeRow, { id });

export async function lockDispute(tx: EntityManager, id: Id<'dispute'>): Promise<LockedDispute | null> {
  const row = await tx.findOne(DisputeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked<Dispute>(row);
}

type Changes = Partial<
  Pick<Dispute, 'state' | 'version' | 'escalatedAt' | 'decidedAt' | 'proveBy' | 'closedAt' | 'settledById'>
>;

export async function saveDispute(tx: EntityManager, dispute: LockedDispute, changes: Changes): Promise<LockedDispute> {
  await tx.update(DisputeRow, { id: dispute.id }, changes);
  return asLocked<Dispute>({ ...dispute, ...changes });
}

/** Disputes of these bindings, the newest first. */
export const listDisputesOfBindings = (db: EntityManager, ids: readonly Id<'binding'>[]): Promise<Dispute[]> =>
  db.find(DisputeRow, { where: { bindingId: In([...ids]) }, order: { id: 'DESC' } });

/** Disputes of these bindings and, of whatever binding, of these loans. */
export const listDisputesOf = (
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
  loanIds: readonly Id<'loan'>[],
): Promise<Dispute[]> =>
  db.find(DisputeRow, { where: [{ bindingId: In([...bindingIds]) }, { loanId: In([...loanIds]) }] });

/** Whether it was found that a loan is not its holder's. */
export const hasUpheldLoan = (tx: EntityManager, loanId: Id<'loan'>): Promise<boolean> =>
  tx.existsBy(DisputeRow, { loanId, state: 'UPHELD' });

/** Which of these bindings have a dispute that is not over. */
export async function listDisputed(db: EntityManager, ids: readonly Id<'binding'>[]): Promise<Set<Id<'binding'>>> {
  const rows = await db.find(DisputeRow, {
    select: { bindingId: true },
    where: { bindingId: In([...ids]), closedAt: IsNull() },
  });
  return new Set(rows.map(({ bindingId }) => bindingId));
}

/** An upheld dispute of an unbind whose holder has still to put the card back. */
export const hasAwaitingProof = (tx: EntityManager, bindingId: Id<'binding'>): Promise<boolean> =>
  tx.existsBy(DisputeRow, { bindingId, state: 'AWAITING_PROOF' });

/** The card is back, whichever way: what waited for it is over. */
export async function saveProofsGiven(tx: EntityManager, bindingId: Id<'binding'>, at: Date): Promise<void> {
  await tx.update(DisputeRow, { bindingId, state: 'AWAITING_PROOF' }, { state: 'UPHELD', closedAt: at });
}

/** The queue of one of our people, nothing of their own in it, the soonest deadline first; keys are those of `queueKey`. */
export async function listDisputes(
  db: EntityManager,
  agentId: Id<'account'>,
  states: readonly DisputeState[],
  page: PageRequest,
): Promise<Page<Dispute>> {
  const { direction, take, condition } = pageOf(page, 'ASC', (key) => key.split(' '));
  const place = condition(['decide_by', 'id'], 3);
  const rows: { id: Id<'dispute'> }[] = await db.query(
    `SELECT id FROM dispute WHERE state = ANY($1) AND account_id <> $2 AND ${place.sql} ORDER BY decide_by ${direction}, id ${direction} LIMIT ${take}`,
    [[...states], agentId, ...place.values],
  );
  const found = await db.findBy(DisputeRow, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((row) => [row.id, row]));
  return toPage(
    rows.flatMap(({ id }) => byId.get(id) ?? []),
    page,
  );
}

/** Disputes with a deadline, of the decision or of the proof, that passed before `before` and that nobody has acted on. */
export async function listOverdue(tx: EntityManager, before: Date, limit: number): Promise<Id<'dispute'>[]> {
  const rows = await tx.find(DisputeRow, {
    select: { id: true },
    where: [
      { state: In(['OPEN', 'PROPOSED']), escalatedAt: IsNull(), decideBy: LessThan(before) },
      { state: 'AWAITING_PROOF', proveBy: LessThan(before) },
    ],
    take: limit,
  });
  return rows.map(({ id }) => id);
}

export const findEvidence = (db: EntityManager, disputeId: Id<'dispute'>): Promise<DisputeEvidence | null> =>
  db.findOneBy(DisputeEvidenceRow, { disputeId });

export async function insertDecision(tx: EntityManager, decision: DisputeDecision): Promise<void> {
  await tx.insert(DisputeDecisionRow, { ...decision });
}

/** What was said of these disputes, the oldest first. */
export const listDecisions = (db: EntityManager, ids: readonly Id<'dispute'>[]): Promise<DisputeDecision[]> =>
  db.find(DisputeDecisionRow, { where: { disputeId: In([...ids]) }, order: { position: 'ASC' } });

/** Who decided other disputes than this one of these bindings. */
export async function listEarlierDeciders(
  tx: EntityManager,
  { id }: Pick<Dispute, 'id'>,
  bindingIds: readonly Id<'binding'>[],
): Promise<Set<Id<'account'>>> {
  const others = (await listDisputesOfBindings(tx, bindingIds)).filter((other) => other.id !== id);
  const said = await listDecisions(
    tx,
    others.map((other) => other.id),
  );
  return new Set(said.map(({ decidedBy }) => decidedBy));
}

/** Keeps the first answer to a removal; a later one changes nothing. */
export async function insertRemovalAnswer(tx: EntityManager, answer: RemovalAnswer): Promise<void> {
  await tx.createQueryBuilder().insert().into(RemovalAnswerRow).values(answer).orIgnore().execute();
}

/** What was answered about removals of these bindings, in no order. */
export const listRemovalAnswers = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<RemovalAnswer[]> =>
  db.findBy(RemovalAnswerRow, { bindingId: In([...bindingIds]) });

export const findRemovalAnswer = (
  db: EntityManager,
  bindingId: Id<'binding'>,
  removalVersion: number,
): Promise<RemovalAnswer | null> => db.findOneBy(RemovalAnswerRow, { bindingId, removalVersion });
