import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { ExportLinks, LinkRefused } from './export-links';
import type { IsLocked } from '../make-export-link';
import { stateOf, type UsageExport } from '../export.rules';
import { findExport, findPart } from '../usage-export.repository';

/** A file as it is fetched. */
export interface ReadableExport {
  readonly of: UsageExport;
  readonly content: Readable;
}

export type ReadExport = (token: string) => Promise<Result<ReadableExport, LinkRefused>>;

interface ReadExportDeps {
  readonly db: EntityManager;
  readonly links: ExportLinks;
  readonly isLocked: IsLocked;
  readonly clock: Clock;
}

const decompress = promisify(gunzip);

/** The file that a link is to. The next part is read when the one before has been taken, however slow the line. */
export function createReadExport({ db, links, isLocked, clock }: ReadExportDeps): ReadExport {
  return async (token) => {
    const now = clock.now();
    const link = links.read(token, now);
    if (!link.ok) return link;
    const found = await findExport(db, link.value.exportId);
    if (!found || stateOf(found, now) !== 'READY') return err({ kind: 'LINK_EXPIRED' });
    // Whoever is locked out has no files either, and a stranger with the link learns nothing of the lock.
    if (await isLocked(db, found.accountId)) return err({ kind: 'LINK_EXPIRED' });
    return ok({ of: found, content: Readable.from(partsOf(found), { objectMode: false, highWaterMark: 64 * 1024 }) });
  };

  async function* partsOf({ id, parts }: UsageExport): AsyncGenerator<Buffer> {
    for (let part = 0; part < parts; part++) {
      const content = await findPart(db, id, part);
      // Deleted meanwhile: the line breaks, and the length that was promised tells that something is missing.
      if (!content) throw new Error(`part ${part} of ${id} is gone`);
      yield await decompress(content);
    }
  }
}
