import { In, LessThan, type EntityManager } from 'typeorm';
import { actKinds, stepKinds } from './operation-kinds.rules';
import { OperationRow } from './operation.entity';

/** Open steps of bindings that no job looks after in time, the oldest first. */
export const listStuckOperations = (tx: EntityManager, before: Date, limit: number): Promise<OperationRow[]> =>
  listStuck(tx, stepKinds, before, limit);

/** The same of what is done about what hangs on cards. */
export const listStuckActs = (tx: EntityManager, before: Date, limit: number): Promise<OperationRow[]> =>
  listStuck(tx, actKinds, before, limit);

function listStuck(
  tx: EntityManager,
  kinds: readonly OperationRow['kind'][],
  before: Date,
  limit: number,
): Promise<OperationRow[]> {
  return tx.find(OperationRow, {
    where: { state: 'OPEN', kind: In([...kinds]), nextCheckAt: LessThan(before) },
    order: { nextCheckAt: 'ASC' },
    take: limit,
  });
}
