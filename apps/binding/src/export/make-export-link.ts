import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AbuseLedger } from '@bindery/abuse-ledger';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ExportLinks } from './fetch/export-links';
import type { ExportLinkError } from './export.errors';
import { isUnfinished, linkLifetimeMs, stateOf, type exportBudgets } from './export.rules';
import { findExport } from './usage-export.repository';

interface MakeExportLinkCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly exportId: Id<'usage_export'>;
}

export interface MadeExportLink {
  readonly exportId: Id<'usage_export'>;
  /** A secret: whoever has it has the file. */
  readonly token: string;
  readonly expiresAt: Date;
}

export type MakeExportLink = (command: MakeExportLinkCommand) => Promise<Result<MadeExportLink, ExportLinkError>>;

interface MakeExportLinkDeps {
  readonly once: Once;
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<typeof exportBudgets>;
  readonly links: ExportLinks;
  readonly isLocked: IsLocked;
  readonly clock: Clock;
}

/** Whether an account is locked with everything in it; one that only takes no password is not. */
export type IsLocked = (tx: EntityManager, accountId: Id<'account'>) => Promise<boolean>;

type Made = Result<{ expiresAt: string }, ExportLinkError>;

/** A link of some minutes to a file that is ready, for as long as the session lasts that asks. The token is made of what is kept and never kept itself: a repetition gets the same one. */
export function createMakeExportLink({ once, db, ledger, links, isLocked, clock }: MakeExportLinkDeps): MakeExportLink {
  return async ({ viewer: { accountId, sessionId }, idempotencyKey, exportId }) => {
    const id = createHash('sha256').update(`usage.export-link ${accountId} ${idempotencyKey}`).digest('base64url');
    const counted = await ledger.reserve(db, [{ act: 'usage.export-link', keys: { ACTOR: accountId } }], { id });
    if (!counted.ok) return err({ kind: 'TOO_MANY_EXPORTS', retryAt: counted.error.retryAt });
    const made = await once(
      { owner: accountId, operation: 'createUsageExportLink', idempotencyKey, request: { exportId } },
      async (tx): Promise<Made> => {
        const found = await findExport(tx, exportId, accountId);
        if (!found) return err({ kind: 'NOT_FOUND' });
        if (await isLocked(tx, accountId)) return err({ kind: 'ACCOUNT_LOCKED' });
        const now = clock.now();
        const state = stateOf(found, now);
        if (isUnfinished(state)) return err({ kind: 'EXPORT_NOT_READY' });
        if (state !== 'READY') return err({ kind: 'EXPORT_GONE' });
        const ends = Math.min(now.getTime() + linkLifetimeMs, found.expiresAt.getTime());
        return ok({ expiresAt: new Date(ends).toISOString() });
      },
    );
    if (!made.ok) return made;
    const expiresAt = new Date(made.value.expiresAt);
    return ok({ exportId, token: links.make({ exportId, sessionId }, expiresAt), expiresAt });
  };
}
