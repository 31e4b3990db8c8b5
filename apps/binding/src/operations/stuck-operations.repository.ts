import { LessThan, type EntityManager } from 'typeorm';
import { OperationRow } from './operation.entity';

/** Open operations that no job looks after in time, the oldest first. */
export function listStuckOperations(tx: EntityManager, before: Date, limit: number): Promise<OperationRow[]> {
  return tx.find(OperationRow, {
    where: { state: 'OPEN', nextCheckAt: LessThan(before) },
    order: { nextCheckAt: 'ASC' },
    take: limit,
  });
}
