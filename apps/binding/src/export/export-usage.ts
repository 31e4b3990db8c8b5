import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AbuseLedger } from '@bindery/abuse-ledger';
import { err, invalidField, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { isTimeZone } from '@bindery/values';
import { findTimeZone } from '../accounts';
import { countUsage, readUsageFilter, type AskedUsageFilter } from '../usage';
import type { ExportUsageError } from './export.errors';
import { exportJobs } from './export.jobs';
import { writeWithinMs, type exportBudgets, type ExportOrder } from './export.rules';
import { insertExport } from './usage-export.repository';

interface ExportUsageCommand extends Pick<ExportOrder, 'format' | 'locale'> {
  /** The holder's own where it is null. */
  readonly timeZone: string | null;
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly filter: AskedUsageFilter;
}

type Outcome = Result<{ exportId: Id<'usage_export'> }, ExportUsageError>;
export type ExportUsage = (command: ExportUsageCommand) => Promise<Outcome>;

interface ExportUsageDeps {
  readonly once: Once;
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<typeof exportBudgets>;
  readonly clock: Clock;
}

/** Has a file of uses written (requirements 6, 31). It is counted before, and once for its key. */
export function createExportUsage({ once, db, ledger, clock }: ExportUsageDeps): ExportUsage {
  return async ({ viewer: { accountId }, idempotencyKey, format, locale, timeZone: named, filter: asked }) => {
    const timeZone = named ?? (await findTimeZone(db, accountId));
    if (!isTimeZone(timeZone)) return err(invalidField('timeZone', 'UNKNOWN'));
    const read = readUsageFilter(asked, 'filter', timeZone);
    if (!read.ok) return read;
    const filter = read.value;
    const id = createHash('sha256').update(`usage.export ${accountId} ${idempotencyKey}`).digest('base64url');
    const counted = await ledger.reserve(db, [{ act: 'usage.export', keys: { ACTOR: accountId } }], { id });
    if (!counted.ok) return err({ kind: 'TOO_MANY_EXPORTS', retryAt: counted.error.retryAt });
    const order = { format, locale, timeZone, filter };
    return once(
      { owner: accountId, operation: 'exportUsage', idempotencyKey, request: order },
      async (tx): Promise<Outcome> => {
        const now = clock.now();
        const exportId = newId('usage_export', now.getTime());
        await insertExport(tx, {
          ...order,
          id: exportId,
          accountId,
          state: 'WAITING',
          rowsTotal: await countUsage(tx, { accountId }, filter),
          rowsDone: 0,
          parts: 0,
          bytes: 0,
          cursor: null,
          createdAt: now,
          readyAt: null,
          expiresAt: new Date(now.getTime() + writeWithinMs),
        });
        await exportJobs.enqueue(tx, 'write-usage-export', { exportId });
        return ok({ exportId });
      },
    );
  };
}
