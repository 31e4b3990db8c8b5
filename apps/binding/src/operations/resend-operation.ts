import type { Id } from '@bindery/kernel';
import { openOperation, type Sync } from '@bindery/card-lifecycle';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding, type Transitions } from '../lifecycle';
import { findOperation } from './operation.repository';

/** The provider was asked and has never heard of the operation: it is sent again, under its own id. */
export type ResendOperation = (operationId: Id<'operation'>) => Promise<void>;

interface ResendOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
}

export function createResendOperation({ unitOfWork, transitions }: ResendOperationDeps): ResendOperation {
  return (operationId) =>
    unitOfWork.run(async (tx) => {
      const operation = await findOperation(tx, operationId);
      const locked = operation && (await lockBinding(tx, operation.bindingId));
      const open = locked && openOperation(locked.binding.state.sync);
      if (!open || open.id !== operationId || open.kind === 'ACTIVATE') return;
      const changed = (sync: Sync, queried: boolean) =>
        ({ type: 'SyncChanged', actor: 'SYSTEM', sync, queried, overdue: false }) as const;
      const context = { channel: 'RECONCILIATION' } as const;
      // What is awaited counts as in doubt first: only from there may it be sent again.
      const doubted =
        locked.binding.state.sync.state === 'PENDING'
          ? await transitions.take(tx, locked, changed({ state: 'UNKNOWN', operation: open }, true), context)
          : { ok: true as const, value: locked };
      if (doubted.ok)
        await transitions.take(tx, doubted.value, changed({ state: 'PENDING', operation: open }, true), context);
    });
}
