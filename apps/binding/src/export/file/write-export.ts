import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { listUsageAfter, usageKey, type UsageRecord } from '../../usage';
import { isUnfinished, keptForMs, rowsOfPart, stateOf, type UsageExport } from '../export.rules';
import { findExport, savePart, saveReady } from '../usage-export.repository';
import type { TellReady } from './tell-ready';
import { recordWriters, type NamesOfExport } from './write-records';

export type WriteExport = (exportId: Id<'usage_export'>) => Promise<void>;

interface WriteExportDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  /** What people call the cards and providers of these uses, in the language of the file. */
  readonly namesOf: (records: readonly UsageRecord[], locale: UsageExport['locale']) => Promise<NamesOfExport>;
  readonly tellReady: TellReady;
  readonly clock: Clock;
}

const compress = promisify(gzip);

/**
 * Writes a file part by part, each in a transaction of its own: one that is killed goes on where it was, and of two that write the same the slower one
 * stops. No more than a part is in memory, and it takes the same number of statements for each.
 */
export function createWriteExport({ db, unitOfWork, namesOf, tellReady, clock }: WriteExportDeps): WriteExport {
  return async (exportId) => {
    for (;;) {
      const asked = await findExport(db, exportId);
      if (!asked || !isUnfinished(stateOf(asked, clock.now()))) return;
      if (await writePart(asked)) return;
    }
  };

  /** Whether nothing is left to do for it. */
  async function writePart(asked: UsageExport): Promise<boolean> {
    const { id, accountId, filter, cursor, parts, locale, format } = asked;
    const records = await listUsageAfter(db, { accountId }, filter, { after: cursor, limit: rowsOfPart });
    const isLast = records.length < rowsOfPart;
    const { head, records: write, tail } = recordWriters[format];
    const names = await namesOf(records, locale);
    const text = [parts === 0 ? head(asked) : '', write(records, asked, names, parts === 0), isLast ? tail() : ''].join(
      '',
    );
    const bytes = Buffer.from(text, 'utf8');
    const last = records.at(-1);
    const part = {
      part: parts,
      content: await compress(bytes),
      rowsDone: asked.rowsDone + records.length,
      bytes: bytes.length,
      cursor: last ? usageKey(last) : cursor,
    };
    const saved = await unitOfWork.run(async (tx) => {
      if (!(await savePart(tx, id, part))) return false;
      if (isLast) await finish(tx, { ...asked, rowsDone: part.rowsDone });
      return true;
    });
    return isLast || !saved;
  }

  async function finish(tx: EntityManager, written: UsageExport): Promise<void> {
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + keptForMs);
    await saveReady(tx, written.id, now, expiresAt);
    await tellReady(tx, { ...written, expiresAt }, now);
  }
}
