import type { Id } from '@bindery/kernel';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Activation, ProviderSaying, SentKind } from '../providers';
import { stepKinds } from './operation-kinds.rules';
import { OperationRow, type OperationState } from './operation.entity';
import { stuckAfterMs } from './query-backoff.rules';

type NewOperation = Pick<OperationRow, 'id' | 'bindingId' | 'provider' | 'kind' | 'nextCheckAt'> & {
  readonly at: Date;
};

/** Opens an operation, or opens it again to be sent once more under its own id. */
export async function saveOperationOpen(
  tx: EntityManager,
  { id, bindingId, provider, kind, nextCheckAt, at }: NewOperation,
): Promise<void> {
  await tx.query(
    `INSERT INTO operation (id, binding_id, provider, kind, state, created_at, next_check_at) VALUES ($1, $2, $3, $4, 'OPEN', $5, $6)
     ON CONFLICT (id) DO UPDATE SET state = 'OPEN', settled_at = NULL, sent_at = NULL, next_check_at = excluded.next_check_at`,
    [id, bindingId, provider, kind, at, nextCheckAt],
  );
}

export async function saveOperationClosed(
  tx: EntityManager,
  id: Id<'operation'>,
  state: Exclude<OperationState, 'OPEN'>,
  at: Date,
  cause: string | null,
): Promise<void> {
  await tx.update(OperationRow, { id, state: 'OPEN' }, { state, settledAt: at, cause, activation: null });
}

/**
 * Says that the request is about to leave. False when somebody said so before: then it may have left, and nobody may
 * send it without asking.
 */
export async function saveSent(tx: EntityManager, id: Id<'operation'>, at: Date): Promise<boolean> {
  const marked: [unknown[], number] = await tx.query(
    `UPDATE operation SET sent_at = $2 WHERE id = $1 AND state = 'OPEN' AND sent_at IS NULL`,
    [id, at],
  );
  return marked[1] === 1;
}

export async function saveAsked(tx: EntityManager, id: Id<'operation'>, nextCheckAt: Date): Promise<void> {
  await tx.query(`UPDATE operation SET asked = asked + 1, next_check_at = $2 WHERE id = $1 AND state = 'OPEN'`, [
    id,
    nextCheckAt,
  ]);
}

/** The provider was asked how it stands, or sent it: what it said, null where it did not, which leaves what it said before. */
export async function saveHeard(
  tx: EntityManager,
  id: Id<'operation'>,
  { asked, said, at }: { readonly asked: boolean; readonly said: ProviderSaying | null; readonly at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE operation SET asked_at = CASE WHEN $2 THEN $4 ELSE asked_at END, said = COALESCE($3, said),
       said_at = CASE WHEN $3::text IS NULL THEN said_at ELSE $4 END WHERE id = $1 AND state = 'OPEN'`,
    [id, asked, said, at],
  );
}

/** Keeps what the holder has to do, as the provider said last. */
export async function saveActivation(tx: EntityManager, id: Id<'operation'>, activation: Activation): Promise<void> {
  await tx.query(
    `UPDATE operation SET activation = $2 WHERE id = $1 AND state = 'OPEN' AND activation IS DISTINCT FROM $2::jsonb`,
    [id, JSON.stringify(activation)],
  );
}

/** The operations of these bindings that wait for something the holder does, in no order. */
export const listAwaitingHolder = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<OperationRow[]> =>
  db.findBy(OperationRow, { bindingId: In([...bindingIds]), state: 'OPEN', activation: Not(IsNull()) });

/** An operation that is a step of its binding, and not about what hangs on its card. */
export type StepOperation = OperationRow & { readonly kind: SentKind };

const isStep = { kind: In([...stepKinds]) };

export const findOperation = (tx: EntityManager, id: Id<'operation'>): Promise<StepOperation | null> =>
  tx.findOneBy(OperationRow, { id, ...isStep }) as Promise<StepOperation | null>;

const opposites: Readonly<Partial<Record<SentKind, SentKind>>> = { SUSPEND: 'RESUME', RESUME: 'SUSPEND' };

/** Operations with the opposite effect that have left before this one and were given up, with nothing answered since. */
export async function listOvertaken(
  tx: EntityManager,
  {
    operationId,
    bindingId,
    kind,
    createdAt,
  }: Pick<StepOperation, 'bindingId' | 'kind' | 'createdAt'> & { operationId: Id<'operation'> },
): Promise<StepOperation[]> {
  const opposite = opposites[kind];
  if (!opposite) return [];
  const others = (await tx.findBy(OperationRow, { id: Not(operationId), bindingId, ...isStep })) as StepOperation[];
  const answered = others.filter(({ state }) => state === 'CONFIRMED' || state === 'REFUSED');
  return others.filter(
    (one) =>
      one.kind === opposite &&
      one.state === 'SUPERSEDED' &&
      one.sentAt !== null &&
      one.createdAt <= createdAt &&
      !answered.some((other) => other.createdAt > one.createdAt),
  );
}

/** The bind of a binding: there is one in its life. */
export const findBindOf = (tx: EntityManager, bindingId: Id<'binding'>): Promise<OperationRow | null> =>
  tx.findOneBy(OperationRow, { bindingId, kind: 'BIND' });

/** The step of a binding that is open, of which there is one at most. */
export const findOpenOf = (tx: EntityManager, bindingId: Id<'binding'>): Promise<StepOperation | null> =>
  tx.findOneBy(OperationRow, { bindingId, state: 'OPEN', ...isStep }) as Promise<StepOperation | null>;

/** Of each of these bindings the last step of each kind, in no order. */
export async function listLastOperations(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<StepOperation[]> {
  return (
    db
      .createQueryBuilder(OperationRow, 'operation')
      .distinctOn(['operation.bindingId', 'operation.kind'])
      .where('operation.bindingId = ANY(:ids) AND operation.kind = ANY(:steps)', {
        ids: [...bindingIds],
        steps: [...stepKinds],
      })
      .orderBy('operation.bindingId')
      .addOrderBy('operation.kind')
      .addOrderBy('operation.createdAt', 'DESC')
      // One begins when the other has ended: of two of one moment the refused one was first.
      .addOrderBy(`CASE WHEN operation.state = 'REFUSED' THEN 1 ELSE 0 END`)
      .getMany() as Promise<StepOperation[]>
  );
}

/** By which operation a card was last taken off at its provider; null where it never was, or its provider has not said so. */
export async function findLastRemoval(tx: EntityManager, bindingId: Id<'binding'>): Promise<Id<'operation'> | null> {
  const removal = (await listLastOperations(tx, [bindingId])).find(({ kind }) => kind === 'UNBIND');
  return removal?.state === 'CONFIRMED' ? removal.id : null;
}

/** What a provider was asked for and has not ended: a step of its binding or not, and when it is asked again, null where it has not left. */
export interface OpenAsked extends OperationRow {
  readonly isStep: boolean;
  readonly nextAskAt: Date | null;
}

/** Everything that was asked of the provider about a binding, the oldest first. */
export const listOperations = (db: EntityManager, bindingId: Id<'binding'>): Promise<OperationRow[]> =>
  db.find(OperationRow, { where: { bindingId }, order: { createdAt: 'ASC' } });

/** What providers were asked for about these bindings and has not ended. */
export async function listOpenOperations(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<OpenAsked[]> {
  const rows = await db.findBy(OperationRow, { bindingId: In([...bindingIds]), state: 'OPEN' });
  return rows.map((row) => ({
    ...row,
    isStep: stepKinds.some((kind) => kind === row.kind),
    nextAskAt: row.sentAt && new Date(row.nextCheckAt.getTime() - stuckAfterMs),
  }));
}
