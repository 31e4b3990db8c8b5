import type { Hold, Phase, Sync } from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import { In, type EntityManager } from 'typeorm';
import type { Binding } from '../../lifecycle';
import type { CredentialStatus } from '../../providers';
import { ProviderViewRow } from './provider-view.entity';

/** A credential that is compared, with what we think of it. */
export interface WatchedCredential {
  readonly bindingId: Id<'binding'>;
  readonly credentialReference: string;
  readonly state: Binding['state'];
}

interface WatchedRow {
  readonly bindingId: Id<'binding'>;
  readonly credentialReference: string;
  readonly phase: Phase;
  readonly holds: Hold[];
  readonly sync: Sync;
}

/** Begins to compare a credential, or puts the next comparison to `nextCompareAt`. */
export async function saveWatched(
  tx: EntityManager,
  { id, provider }: Pick<Binding, 'id' | 'provider'>,
  credentialReference: string,
  nextCompareAt: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO provider_view (binding_id, provider, credential_reference, next_compare_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (binding_id) DO UPDATE SET credential_reference = excluded.credential_reference, next_compare_at = excluded.next_compare_at`,
    [id, provider, credentialReference, nextCompareAt],
  );
}

export async function deleteWatched(tx: EntityManager, bindingId: Id<'binding'>): Promise<void> {
  await tx.delete(ProviderViewRow, { bindingId });
}

/** By what name a credential is compared; null where it is not. Of a retired binding it is known nowhere else. */
export const findWatchedName = async (db: EntityManager, bindingId: Id<'binding'>): Promise<string | null> =>
  (await db.findOneBy(ProviderViewRow, { bindingId }))?.credentialReference ?? null;

/**
 * How these credentials stood at `at`, and when they are looked at again; null: as was meant before. One of a retired binding that is gone is forgotten
 * with its name, once its removal has ended.
 */
export async function saveObserved(
  tx: EntityManager,
  bindingIds: readonly Id<'binding'>[],
  observed: CredentialStatus,
  at: Date,
  nextCompareAt: Date | null,
): Promise<void> {
  await tx.query(
    'UPDATE provider_view SET observed = $2, observed_at = $3, looked_at = $3, looked_in_vain = 0, next_compare_at = COALESCE($4, next_compare_at) WHERE binding_id = ANY($1)',
    [bindingIds, observed, at, nextCompareAt],
  );
  if (observed !== 'ABSENT') return;
  await tx.query(
    `DELETE FROM provider_view v USING binding b WHERE v.binding_id = ANY($1) AND b.id = v.binding_id AND b.phase = 'RETIRED'
     AND NOT EXISTS (SELECT FROM operation o WHERE o.binding_id = b.id AND o.state = 'OPEN')`,
    [bindingIds],
  );
}

/** The provider was asked how it stands, and did not say. */
export async function saveLookedInVain(tx: EntityManager, bindingId: Id<'binding'>, at: Date): Promise<void> {
  await tx.query('UPDATE provider_view SET looked_at = $2, looked_in_vain = looked_in_vain + 1 WHERE binding_id = $1', [
    bindingId,
    at,
  ]);
}

/** Takes the comparisons that are due, at most so many, and puts them off to `until`: who takes them has them looked after. */
export async function saveDueTaken(
  tx: EntityManager,
  now: Date,
  until: Date,
  limit: number,
): Promise<readonly Id<'binding'>[]> {
  const [rows]: [{ bindingId: Id<'binding'> }[], number] = await tx.query(
    `UPDATE provider_view SET next_compare_at = $2 WHERE binding_id IN (
       SELECT binding_id FROM provider_view WHERE next_compare_at <= $1 ORDER BY next_compare_at LIMIT $3 FOR UPDATE SKIP LOCKED
     ) RETURNING binding_id AS "bindingId"`,
    [now, until, limit],
  );
  return rows.map(({ bindingId }) => bindingId);
}

/** What is watched of a provider after one reference, up to another; to the end where there is none. In the order of bytes, as providers list. */
export async function listWatched(
  db: EntityManager,
  provider: string,
  after: string,
  upTo: string | null,
): Promise<WatchedCredential[]> {
  const rows: WatchedRow[] = await db.query(
    `SELECT v.binding_id AS "bindingId", v.credential_reference AS "credentialReference", b.phase, b.holds, b.sync
     FROM provider_view v JOIN binding b ON b.id = v.binding_id
     WHERE v.provider = $1 AND v.credential_reference > $2 COLLATE "C" AND ($3::text IS NULL OR v.credential_reference <= $3 COLLATE "C")
     ORDER BY v.credential_reference`,
    [provider, after, upTo],
  );
  return rows.map(({ phase, holds, sync, ...row }) => ({ ...row, state: { phase, holds, sync } }));
}

/** Whether what was heard of its provider last is that it is off there. One that was taken off and restored is on again. */
export const hasBeenSeenOff = (db: EntityManager, bindingId: Id<'binding'>): Promise<boolean> =>
  db.existsBy(ProviderViewRow, { bindingId, observed: 'ABSENT' });

export const listViews = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<ProviderViewRow[]> =>
  db.findBy(ProviderViewRow, { bindingId: In([...bindingIds]) });

/** Of these references those that no binding has. */
export async function listStrangers(
  db: EntityManager,
  provider: string,
  references: readonly string[],
): Promise<string[]> {
  const rows: { reference: string }[] = await db.query(
    `SELECT reference FROM unnest($2::text[]) AS reference
     WHERE NOT EXISTS (SELECT 1 FROM binding WHERE provider = $1 AND credential_reference = reference)
       AND NOT EXISTS (SELECT 1 FROM provider_view WHERE provider = $1 AND credential_reference = reference)`,
    [provider, references],
  );
  return rows.map(({ reference }) => reference);
}
