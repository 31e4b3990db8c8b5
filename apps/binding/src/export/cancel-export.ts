import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { CancelExportError } from './export.errors';
import { findExport, saveCancelled } from './usage-export.repository';

interface CancelExportCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly exportId: Id<'usage_export'>;
}

type Outcome = Result<{ exportId: Id<'usage_export'> }, CancelExportError>;
export type CancelExport = (command: CancelExportCommand) => Promise<Outcome>;

/** Stops a file from being written further. */
export function createCancelExport({ once }: { readonly once: Once }): CancelExport {
  return ({ viewer: { accountId }, idempotencyKey, exportId }) =>
    once(
      { owner: accountId, operation: 'cancelUsageExport', idempotencyKey, request: { exportId } },
      async (tx): Promise<Outcome> => {
        if (!(await findExport(tx, exportId, accountId))) return err({ kind: 'NOT_FOUND' });
        return (await saveCancelled(tx, exportId)) ? ok({ exportId }) : err({ kind: 'EXPORT_GONE' });
      },
    );
}
