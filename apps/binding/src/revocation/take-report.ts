import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { openCase } from '../cases';
import type { ReaderReport } from '../providers';
import { revocationJobs as jobs } from './revocation.jobs';
import { isLate, mergeReport, nextCheckMs } from './revocation.rules';
import { listReaders, lockRevocation, saveNextCheck, saveReaders } from './revocation.repository';

/** Keeps what a report adds, and says when to ask again; past the worst case a reader that is silent becomes a case. False where nothing is followed. */
export type TakeReport = (
  tx: EntityManager,
  bindingId: Id<'binding'>,
  report: readonly ReaderReport[] | null,
) => Promise<boolean>;

export const createTakeReport =
  (clock: Clock): TakeReport =>
  async (tx, bindingId, report) => {
    const revocation = await lockRevocation(tx, bindingId);
    if (!revocation) return false;
    const now = clock.now();
    const known = await listReaders(tx, bindingId);
    const readers = report ? mergeReport(known, report, revocation, now) : known;
    if (report) await saveReaders(tx, bindingId, readers);
    const waitMs = nextCheckMs(revocation, readers, now);
    const nextCheckAt = waitMs === null ? null : new Date(now.getTime() + waitMs);
    await saveNextCheck(tx, bindingId, nextCheckAt);
    if (nextCheckAt)
      await jobs.enqueue(
        tx,
        'follow-revocation',
        { bindingId },
        { jobKey: `revocation ${bindingId}`, runAt: nextCheckAt },
      );
    else if (isLate(readers, now)) await openCase(tx, bindingId, 'REVOCATION', now);
    return true;
  };
