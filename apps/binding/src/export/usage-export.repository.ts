import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { UsageFilter } from '../usage';
import type { UsageExport } from './export.rules';
import { UsageExportPartRow } from './usage-export-part.entity';
import { UsageExportRow } from './usage-export.entity';

export async function insertExport(tx: EntityManager, { bytes, ...asked }: UsageExport): Promise<void> {
  await tx.insert(UsageExportRow, { ...asked, bytes: String(bytes) });
}

/** An export; of this account, if one is given. */
export async function findExport(
  db: EntityManager,
  id: Id<'usage_export'>,
  accountId?: Id<'account'>,
): Promise<UsageExport | null> {
  const row = await db.findOneBy(UsageExportRow, accountId === undefined ? { id } : { id, accountId });
  return row && toExport(row);
}

/** The exports of an account that have not been deleted, the newest first. */
export async function listExports(db: EntityManager, accountId: Id<'account'>, limit: number): Promise<UsageExport[]> {
  return (await db.find(UsageExportRow, { where: { accountId }, order: { id: 'DESC' }, take: limit })).map(toExport);
}

/** What a part adds to its file. */
export interface NewPart {
  /** How many parts there were before it: whoever else has written one meanwhile was faster. */
  readonly part: number;
  readonly content: Buffer;
  readonly rowsDone: number;
  /** Bytes of the text, not of what is kept of it. */
  readonly bytes: number;
  readonly cursor: string | null;
}

/** Writes the next part; false when another did, or nobody wants it any more. */
export async function savePart(tx: EntityManager, id: Id<'usage_export'>, added: NewPart): Promise<boolean> {
  const { part, content, rowsDone, bytes, cursor } = added;
  const [, changed]: [unknown, number] = await tx.query(
    `UPDATE usage_export SET state = 'WRITING', parts = parts + 1, rows_done = $3, rows_total = greatest(rows_total, $3), bytes = bytes + $4, cursor = $5
     WHERE id = $1 AND parts = $2 AND state IN ('WAITING', 'WRITING')`,
    [id, part, rowsDone, bytes, cursor],
  );
  if (changed === 0) return false;
  await tx.insert(UsageExportPartRow, { exportId: id, part, content });
  return true;
}

/** The file is whole. */
export async function saveReady(tx: EntityManager, id: Id<'usage_export'>, at: Date, expiresAt: Date): Promise<void> {
  await tx.query(
    `UPDATE usage_export SET state = 'READY', rows_total = rows_done, ready_at = $2, expires_at = $3 WHERE id = $1 AND state = 'WRITING'`,
    [id, at, expiresAt],
  );
}

/** Nobody wants it any more; false when it was finished before. */
export async function saveCancelled(tx: EntityManager, id: Id<'usage_export'>): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `UPDATE usage_export SET state = 'CANCELLED' WHERE id = $1 AND state IN ('WAITING', 'WRITING')`,
    [id],
  );
  return changed > 0;
}

/** One part of a file, compressed. */
export async function findPart(db: EntityManager, exportId: Id<'usage_export'>, part: number): Promise<Buffer | null> {
  const row = await db.findOneBy(UsageExportPartRow, { exportId, part });
  return row?.content ?? null;
}

/** Files that nobody may fetch any more, with their parts. */
export async function deleteExpired(tx: EntityManager, now: Date): Promise<number> {
  const [, count]: [unknown, number] = await tx.query('DELETE FROM usage_export WHERE expires_at < $1', [now]);
  return count;
}

const toExport = ({ bytes, filter, ...row }: UsageExportRow): UsageExport => ({
  ...row,
  bytes: Number(bytes),
  filter: toFilter(filter),
});

/** JSON has no moments. */
const toFilter = ({ from, until, ...filter }: UsageFilter): UsageFilter => ({
  ...filter,
  ...(from && { from: new Date(from) }),
  ...(until && { until: new Date(until) }),
});
