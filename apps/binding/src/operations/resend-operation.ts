import { openOperation, type Sync } from '@bindery/card-lifecycle';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding } from '../lifecycle/binding.repository';
import { findOperation } from './operation.repository';
import type { Steps } from '../lifecycle/transitions';

/** The provider was asked and has never heard of the operation: it is sent again, under its own id. */
export type ResendOperation = (operationId: string) => Promise<void>;

interface ResendOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

export function createResendOperation({ unitOfWork, steps }: ResendOperationDeps): ResendOperation {
  return (operationId) =>
    unitOfWork.run(async (tx) => {
      const operation = await findOperation(tx, operationId);
      const held = operation && (await lockBinding(tx, operation.bindingId));
      const open = held && openOperation(held.binding.state.sync);
      if (!open || open.id !== operationId || open.kind === 'ACTIVATE') return;
      const changed = (sync: Sync, queried: boolean) =>
        ({ type: 'SyncChanged', actor: 'SYSTEM', sync, queried, overdue: false }) as const;
      const context = { channel: 'RECONCILIATION' } as const;
      // What is awaited counts as in doubt first: only from there may it be sent again.
      const doubted =
        held.binding.state.sync.state === 'PENDING'
          ? await steps.take(tx, held, changed({ state: 'UNKNOWN', operation: open }, true), context)
          : { ok: true as const, value: held };
      if (doubted.ok)
        await steps.take(tx, doubted.value, changed({ state: 'PENDING', operation: open }, true), context);
    });
}
