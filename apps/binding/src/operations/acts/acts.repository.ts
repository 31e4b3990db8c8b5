import type { Id } from '@bindery/kernel';
import { In, IsNull, type EntityManager } from 'typeorm';
import { OperationRow } from '../operation.entity';
import { ObligationActRow } from './act.entity';
import type { ObligationAct } from './act.rules';

/** An act that has not ended, and its operation. */
export interface OpenAct {
  readonly act: Readonly<ObligationActRow>;
  readonly operation: Readonly<OperationRow>;
}

/** Acts of a card that its holder is shown at most. */
const shownMax = 50;

export async function insertAct(tx: EntityManager, act: ObligationActRow): Promise<void> {
  await tx.insert(ObligationActRow, act);
}

/** Null when it has ended, or there is none. With `lock` nobody else ends it until the transaction does. */
export async function findOpenAct(
  tx: EntityManager,
  operationId: Id<'operation'>,
  { lock = false } = {},
): Promise<OpenAct | null> {
  const operation = await tx.findOne(OperationRow, {
    where: { id: operationId, state: 'OPEN' },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  const act = operation && (await tx.findOneBy(ObligationActRow, { operationId, endedAt: IsNull() }));
  return act ? { act, operation } : null;
}

/** Whether there is such an act of a provider, ended or not. */
export const findActOf = (
  tx: EntityManager,
  provider: string,
  operationId: Id<'operation'>,
): Promise<ObligationAct | null> =>
  tx
    .findOneBy(OperationRow, { id: operationId, provider })
    .then(async (operation) => (operation ? ((await withStates(tx, [operation]))[0] ?? null) : null));

export const listOpenActs = (
  db: EntityManager,
  bindingIds: Id<'binding'> | readonly Id<'binding'>[],
): Promise<ObligationActRow[]> =>
  db.findBy(ObligationActRow, { bindingId: In([bindingIds].flat()), endedAt: IsNull() });

/** Those by which mandates go over to a successor, ended ones too. */
export async function listCarried(tx: EntityManager, successorId: Id<'binding'>): Promise<ObligationActRow[]> {
  return tx.findBy(ObligationActRow, { successorId });
}

/** Whether the mandates of a successor's card have gone over, all that were asked for. */
export async function hasGoneOver(tx: EntityManager, successorId: Id<'binding'>): Promise<boolean> {
  const rows = await listCarried(tx, successorId);
  const operations = await tx.findBy(OperationRow, { id: In(rows.map(({ operationId }) => operationId)) });
  return rows.length > 0 && join(rows, operations).every(({ state }) => state === 'CONFIRMED');
}

export async function saveActEnded(tx: EntityManager, operationId: Id<'operation'>, endedAt: Date): Promise<void> {
  await tx.update(ObligationActRow, { operationId, endedAt: IsNull() }, { endedAt });
}

/** What was done about what hangs on these, the newest first. */
export async function listActs(db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<ObligationAct[]> {
  const rows = await db.find(ObligationActRow, {
    where: { bindingId: In([...bindingIds]) },
    order: { askedAt: 'DESC', operationId: 'DESC' },
    take: shownMax * bindingIds.length,
  });
  const operations = await db.findBy(OperationRow, { id: In(rows.map(({ operationId }) => operationId)) });
  return join(rows, operations);
}

async function withStates(db: EntityManager, operations: readonly OperationRow[]): Promise<ObligationAct[]> {
  const rows = await db.findBy(ObligationActRow, { operationId: In(operations.map(({ id }) => id)) });
  return join(rows, operations);
}

function join(rows: readonly ObligationActRow[], operations: readonly OperationRow[]): ObligationAct[] {
  const states = new Map(operations.map((operation) => [operation.id, operation]));
  return rows.flatMap((row) => {
    const operation = states.get(row.operationId);
    return operation ? [{ ...row, state: operation.state, cause: operation.cause }] : [];
  });
}
