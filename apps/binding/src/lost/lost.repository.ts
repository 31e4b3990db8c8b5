import type { Id } from '@bindery/kernel';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { LostReportRow } from './lost-report.entity';
import type { LostId } from './lost.rules';

/** Since when these of an account are reported lost, in no order; those that are not, or were found, are left out. */
export const listReported = (
  db: EntityManager,
  accountId: Id<'account'>,
  ids: readonly LostId[],
): Promise<LostReportRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.findBy(LostReportRow, { accountId, subjectId: In([...new Set(ids)]), foundAt: IsNull() });

/** Which of these were reported lost, and found since; in no order. */
export const listFound = (db: EntityManager, ids: readonly LostId[]): Promise<LostReportRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.findBy(LostReportRow, { subjectId: In([...new Set(ids)]), foundAt: Not(IsNull()) });

/** Since when it is reported lost: an earlier report that is in force goes on. `isNew`: none was. */
export async function saveReported(
  tx: EntityManager,
  accountId: Id<'account'>,
  subjectId: LostId,
  at: Date,
): Promise<{ readonly since: Date; readonly isNew: boolean }> {
  const known = await tx.findOne(LostReportRow, {
    where: { accountId, subjectId },
    lock: { mode: 'pessimistic_write' },
  });
  if (known && known.foundAt === null) return { since: known.reportedAt, isNew: false };
  const sql = `INSERT INTO lost_report (account_id, subject_id, reported_at) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, subject_id) DO UPDATE SET
      reported_at = CASE WHEN lost_report.found_at IS NULL THEN lost_report.reported_at ELSE excluded.reported_at END,
      found_at = NULL
    RETURNING reported_at, xmax = 0 AS inserted`;
  const rows: { reported_at: Date; inserted: boolean }[] = await tx.query(sql, [accountId, subjectId, at]);
  // Somebody else reported it first at this moment: what is in force is theirs.
  return { since: rows[0]?.reported_at ?? at, isNew: known !== null || rows[0]?.inserted === true };
}

/** Notes that it was found; false when no report of it was in force. */
export async function saveFound(
  tx: EntityManager,
  accountId: Id<'account'>,
  subjectId: LostId,
  at: Date,
): Promise<boolean> {
  const { affected } = await tx.update(LostReportRow, { accountId, subjectId, foundAt: IsNull() }, { foundAt: at });
  return affected === 1;
}
