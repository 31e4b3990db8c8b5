import type { Id } from '@bindery/kernel';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { ConsentPlaceRow } from './consent-place.entity';
import { ConsentWithdrawalRow } from './consent-withdrawal.entity';
import { ConsentRow } from './consent.entity';
import type { ConsentPurpose } from './consent-purpose.rules';

/** A consent with the binding that it stands with, and when it was taken back if it was. */
export interface Consent extends Readonly<ConsentRow> {
  readonly withdrawnAt: Date | null;
  /** The binding that it was given on; null where it still stands with that one. */
  readonly movedFrom: Id<'binding'> | null;
}

export async function insertConsent(tx: EntityManager, consent: ConsentRow): Promise<void> {
  await tx.insert(ConsentRow, consent);
}

/** Whether it was given, and not taken back. */
export async function hasConsent(tx: EntityManager, id: Id<'consent'>): Promise<boolean> {
  return (await tx.existsBy(ConsentRow, { id })) && !(await tx.existsBy(ConsentWithdrawalRow, { consentId: id }));
}

export async function findConsent(
  db: EntityManager,
  id: Id<'consent'>,
  accountId: Id<'account'>,
): Promise<Consent | null> {
  const row = await db.findOneBy(ConsentRow, { id, accountId });
  return row && ((await asTheyStand(db, [row]))[0] ?? null);
}

/** Newest first. */
export async function listConsents(
  db: EntityManager,
  accountId: Id<'account'>,
  page: PageRequest,
): Promise<Page<Consent>> {
  const { direction, take, where } = pageOf(page, 'DESC');
  const rows = await db.find(ConsentRow, { where: { accountId, ...where('id') }, order: { id: direction }, take });
  const { rows: shown, ...place } = toPage(rows, page);
  return { ...place, rows: await asTheyStand(db, shown) };
}

/** What stands with a binding and was not taken back, the oldest first. */
export async function listConsentsInForce(db: EntityManager, bindingId: Id<'binding'>): Promise<Consent[]> {
  const came = await db.findBy(ConsentPlaceRow, { bindingId });
  const where = [{ bindingId }, { id: In(came.map(({ consentId }) => consentId)) }];
  const standing = await asTheyStand(db, await db.find(ConsentRow, { where, order: { id: 'ASC' } }));
  return standing.filter((one) => one.bindingId === bindingId && one.withdrawnAt === null);
}

/** Whether something was allowed at a moment by what was given on a binding or stands with it now. */
export async function hasConsentAt(
  db: EntityManager,
  bindingId: Id<'binding'>,
  purpose: ConsentPurpose,
  moment: Date,
): Promise<boolean> {
  const came = await db.findBy(ConsentPlaceRow, { bindingId });
  const given = { purpose, recordedAt: LessThanOrEqual(moment) };
  const where = [
    { bindingId, ...given },
    { id: In(came.map(({ consentId }) => consentId)), ...given },
  ];
  const known = await asTheyStand(db, await db.findBy(ConsentRow, where));
  return known.some(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt >= moment);
}

/** Has consents stand with another binding from now on. Both bindings are locked. */
export async function savePlaces(
  tx: EntityManager,
  consentIds: readonly Id<'consent'>[],
  bindingId: Id<'binding'>,
  movedAt: Date,
): Promise<void> {
  const rows = consentIds.map((consentId) => ({ consentId, bindingId, movedAt }));
  await tx.upsert(ConsentPlaceRow, rows, ['consentId']);
}

/** Its binding is locked, so nobody else takes it back meanwhile. */
export async function insertWithdrawal(tx: EntityManager, withdrawal: ConsentWithdrawalRow): Promise<void> {
  await tx.insert(ConsentWithdrawalRow, withdrawal);
}

async function asTheyStand(db: EntityManager, rows: readonly ConsentRow[]): Promise<Consent[]> {
  const ofThese = { consentId: In(rows.map(({ id }) => id)) };
  const withdrawals = await db.findBy(ConsentWithdrawalRow, ofThese);
  const moments = new Map(withdrawals.map(({ consentId, withdrawnAt }) => [consentId, withdrawnAt]));
  const places = new Map((await db.findBy(ConsentPlaceRow, ofThese)).map((one) => [one.consentId, one.bindingId]));
  return rows.map((row) => ({
    ...row,
    bindingId: places.get(row.id) ?? row.bindingId,
    movedFrom: places.has(row.id) ? row.bindingId : null,
    withdrawnAt: moments.get(row.id) ?? null,
  }));
}
