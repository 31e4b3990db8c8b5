import type { Id } from '@bindery/kernel';
import { In, type EntityManager } from 'typeorm';
import { StatedDocumentRow } from './stated-document.entity';
import type { StatedDocument } from './stated-document.rules';

export const insertDocument = async (tx: EntityManager, document: StatedDocument): Promise<void> =>
  void (await tx.insert(StatedDocumentRow, document));

/** What was stated for these bindings, the newest first. */
export const listDocuments = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<StatedDocument[]> =>
  db.find(StatedDocumentRow, { where: { bindingId: In([...bindingIds]) }, order: { id: 'DESC' } });

/** Fingerprints among these that accounts other than the one beside them have stated too. */
export async function listSharedFingerprints(
  db: EntityManager,
  documents: readonly Pick<StatedDocument, 'fingerprint' | 'accountId'>[],
): Promise<ReadonlySet<string>> {
  const rows: { fingerprint: string }[] = await db.query(
    `SELECT DISTINCT fingerprint FROM stated_document stated
     JOIN unnest($1::text[], $2::text[]) AS asked (print, holder) ON stated.fingerprint = asked.print
     WHERE stated.account_id <> asked.holder`,
    [documents.map(({ fingerprint }) => fingerprint), documents.map(({ accountId }) => accountId)],
  );
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}
