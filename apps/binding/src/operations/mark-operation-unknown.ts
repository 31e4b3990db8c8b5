import { openOperation } from '@bindery/card-lifecycle';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding, type Transitions } from '../lifecycle';
import { findOperation } from './operation.repository';
import { hasOpenCase } from '../cases';

/**
 * Nobody knows whether the operation happened: the provider is asked, nothing is sent. Past its deadline a case is
 * opened as well, once (invariant 13). Answers whether this is news; if not, nothing was done.
 */
export type MarkOperationUnknown = (operationId: Id<'operation'>) => Promise<boolean>;

interface MarkOperationUnknownDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly clock: Clock;
}

export function createMarkOperationUnknown({
  unitOfWork,
  transitions,
  clock,
}: MarkOperationUnknownDeps): MarkOperationUnknown {
  return (operationId) =>
    unitOfWork.run(async (tx) => {
      const operation = await findOperation(tx, operationId);
      const locked = operation && (await lockBinding(tx, operation.bindingId));
      const open = locked && openOperation(locked.binding.state.sync);
      if (!open || open.id !== operationId || open.kind === 'ACTIVATE') return false;
      const overdue = clock.now() >= new Date(open.deadline);
      const news =
        locked.binding.state.sync.state === 'PENDING' ||
        (overdue && !(await hasOpenCase(tx, locked.binding.id, 'OVERDUE')));
      if (!news) return false;
      const taken = await transitions.take(
        tx,
        locked,
        { type: 'SyncChanged', actor: 'SYSTEM', sync: { state: 'UNKNOWN', operation: open }, queried: false, overdue },
        { channel: 'RECONCILIATION' },
      );
      return taken.ok;
    });
}
