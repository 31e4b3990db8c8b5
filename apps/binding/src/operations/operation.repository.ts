import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { OperationRow, type OperationState } from './operation.entity';

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
  await tx.update(OperationRow, { id, state: 'OPEN' }, { state, settledAt: at, cause });
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

export const findOperation = (tx: EntityManager, id: Id<'operation'>): Promise<OperationRow | null> =>
  tx.findOneBy(OperationRow, { id });

/** The bind of a binding: there is one in its life. */
export const findBindOf = (tx: EntityManager, bindingId: Id<'binding'>): Promise<OperationRow | null> =>
  tx.findOneBy(OperationRow, { bindingId, kind: 'BIND' });

/** The operation of a binding that is open, of which there is one at most. */
export const findOpenOf = (tx: EntityManager, bindingId: Id<'binding'>): Promise<OperationRow | null> =>
  tx.findOneBy(OperationRow, { bindingId, state: 'OPEN' });

/** Of each of these bindings the last operation of each kind, in no order. */
export async function listLastOperations(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<OperationRow[]> {
  return db
    .createQueryBuilder(OperationRow, 'operation')
    .distinctOn(['operation.bindingId', 'operation.kind'])
    .where('operation.bindingId = ANY(:ids)', { ids: [...bindingIds] })
    .orderBy('operation.bindingId')
    .addOrderBy('operation.kind')
    .addOrderBy('operation.createdAt', 'DESC')
    .getMany();
}
