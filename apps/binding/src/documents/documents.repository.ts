import type { Id } from '@bindery/kernel';
import type { CalendarDay } from '@bindery/values';
import { In, type EntityManager } from 'typeorm';
import { BindingDocumentRow } from './binding-document.entity';
import { DocumentNoticeRow } from './document-notice.entity';
import { DocumentRenewalRow } from './document-renewal.entity';
import type { BindingDocument, DocumentRenewal } from './document.rules';

/** Keeps by which document a binding's holder is known now, in place of an earlier one. */
export async function saveDocument(tx: EntityManager, document: BindingDocument): Promise<void> {
  await tx.upsert(BindingDocumentRow, { ...document }, ['bindingId']);
}

export const findDocument = (tx: EntityManager, bindingId: Id<'binding'>): Promise<BindingDocument | null> =>
  tx.findOneBy(BindingDocumentRow, { bindingId });

export const listDocumentsOf = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<BindingDocument[]> =>
  db.findBy(BindingDocumentRow, { bindingId: In([...bindingIds]) });

/** Documents whose last day is not after `until`, in the order of their bindings, a page at a time. */
export async function listExpiring(
  db: EntityManager,
  until: CalendarDay,
  after: Id<'binding'> | null,
  limit: number,
): Promise<BindingDocument[]> {
  return db
    .createQueryBuilder(BindingDocumentRow, 'document')
    .where('document.expiresOn <= :until', { until })
    .andWhere('document.bindingId > :after', { after: after ?? '' })
    .orderBy('document.bindingId', 'ASC')
    .take(limit)
    .getMany();
}

export const listNoticesOf = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<DocumentNoticeRow[]> =>
  db.findBy(DocumentNoticeRow, { bindingId: In([...bindingIds]) });

/** False when it was given before. */
export async function insertDocumentNotice(tx: EntityManager, notice: DocumentNoticeRow): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(DocumentNoticeRow)
    .values({ ...notice })
    .orIgnore()
    .returning('binding_id')
    .execute();
  return (inserted.raw as unknown[]).length === 1;
}

export async function insertRenewal(tx: EntityManager, renewal: DocumentRenewal): Promise<void> {
  await tx.insert(DocumentRenewalRow, { ...renewal });
}

/** The last renewal that was asked for; its binding is locked where it is about to be changed. */
export const findLastRenewal = (tx: EntityManager, bindingId: Id<'binding'>): Promise<DocumentRenewal | null> =>
  tx.findOne(DocumentRenewalRow, { where: { bindingId }, order: { number: 'DESC' } });

/** Of each of these bindings the last renewal, in no order. */
export async function listLastRenewals(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<DocumentRenewal[]> {
  const rows = await db.find(DocumentRenewalRow, {
    where: { bindingId: In([...bindingIds]) },
    order: { number: 'ASC' },
  });
  return [...new Map(rows.map((row) => [row.bindingId, row])).values()];
}

export async function saveRenewal(
  tx: EntityManager,
  { id }: DocumentRenewal,
  decided: Pick<DocumentRenewal, 'state' | 'decidedAt'>,
): Promise<void> {
  await tx.update(DocumentRenewalRow, { id, state: 'OPEN' }, decided);
}
