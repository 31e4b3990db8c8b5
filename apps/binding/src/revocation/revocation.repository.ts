import { In, type EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import { ReaderRevocationRow, RevocationRow } from './revocation.entity';
import { readersToldOf, type ReaderRevocation, type Revocation } from './revocation.rules';

/** Begins anew for a binding that was restored and is taken off again. */
export async function insertRevocation(
  tx: EntityManager,
  revocation: Revocation & { readonly nextCheckAt: Date | null },
  readers: readonly ReaderRevocation[],
): Promise<void> {
  const { bindingId } = revocation;
  await tx.upsert(RevocationRow, { ...revocation }, ['bindingId']);
  const anew = {
    state: 'PENDING',
    confirmedAt: null,
    worstCaseUntil: revocation.worstCaseUntil,
    reported: false,
  } as const;
  await tx.update(ReaderRevocationRow, { bindingId }, anew);
  await saveReaders(tx, bindingId, readers);
}

/** Locked, so that two reports never lose what the other knew. */
export const lockRevocation = (tx: EntityManager, bindingId: Id<'binding'>): Promise<RevocationRow | null> =>
  tx.findOne(RevocationRow, { where: { bindingId }, lock: { mode: 'pessimistic_write' } });

export const listReaders = async (tx: EntityManager, bindingId: Id<'binding'>): Promise<ReaderRevocation[]> =>
  readersToldOf(await tx.find(ReaderRevocationRow, { where: { bindingId }, order: { readerId: 'ASC' } }));

export async function saveReaders(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  readers: readonly ReaderRevocation[],
): Promise<void> {
  const rows = readers.map((reader) => ({ ...reader, bindingId }));
  if (rows.length > 0) await tx.upsert(ReaderRevocationRow, rows, ['bindingId', 'readerId']);
}

export async function saveNextCheck(tx: EntityManager, bindingId: Id<'binding'>, at: Date | null): Promise<void> {
  await tx.update(RevocationRow, { bindingId }, { nextCheckAt: at });
}

/** Revocations whose question is due and was not asked, the longest due first. */
export async function listDueRevocations(tx: EntityManager, before: Date, limit: number): Promise<Id<'binding'>[]> {
  const rows: { binding_id: Id<'binding'> }[] = await tx.query(
    'SELECT binding_id FROM revocation WHERE next_check_at < $1 ORDER BY next_check_at LIMIT $2',
    [before, limit],
  );
  return rows.map(({ binding_id }) => binding_id);
}

/** The revocations of these bindings with their readers, in no order. */
export async function listRevocations(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<(Revocation & { readonly id: Id<'binding'>; readonly readers: readonly ReaderRevocation[] })[]> {
  const where = { bindingId: In([...bindingIds]) };
  const [revocations, readers] = await Promise.all([
    db.findBy(RevocationRow, where),
    db.find(ReaderRevocationRow, { where, order: { readerId: 'ASC' } }),
  ]);
  return revocations.map(({ bindingId, since, worstCaseUntil }) => ({
    id: bindingId,
    bindingId,
    since,
    worstCaseUntil,
    readers: readersToldOf(readers.filter((reader) => reader.bindingId === bindingId)),
  }));
}
