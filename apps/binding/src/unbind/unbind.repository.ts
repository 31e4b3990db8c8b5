import { In, IsNull, type EntityManager } from 'typeorm';
import { type Id, newId } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { UnbindPlan } from '../unbind-plan';
import { ChargeRow } from './charge.entity';
import { ReceiptRow } from './receipt.entity';
import type { Receipt } from './receipt.rules';

/** Charges a plan's fee; a plan is charged once, however often it is tried (invariant 11). */
export async function insertCharge(
  tx: EntityManager,
  { id, bindingId }: Pick<UnbindPlan, 'id' | 'bindingId'>,
  { value, currency }: Money,
  at: Date,
): Promise<void> {
  await tx.query(
    'INSERT INTO charge (id, plan_id, binding_id, value, currency, charged_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (plan_id) DO NOTHING',
    [newId('charge', at.getTime()), id, bindingId, value, currency, at],
  );
}

/** Notes that what a plan was charged is given back, once; whether there was anything to give back. */
export async function saveChargesRefunded(tx: EntityManager, planId: Id<'plan'>, at: Date): Promise<boolean> {
  const { affected } = await tx.update(ChargeRow, { planId, refundedAt: IsNull() }, { refundedAt: at });
  return (affected ?? 0) > 0;
}

/** What was charged for taking a binding off, the oldest first. */
export const listCharges = (db: EntityManager, bindingId: Id<'binding'>): Promise<ChargeRow[]> =>
  listChargesOf(db, [bindingId]);

/** The same of these bindings. */
export const listChargesOf = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<ChargeRow[]> =>
  db.find(ChargeRow, { where: { bindingId: In([...bindingIds]) }, order: { chargedAt: 'ASC' } });

/** Every receipt of a binding, the oldest first. */
export const listReceipts = (db: EntityManager, bindingId: Id<'binding'>): Promise<Receipt[]> =>
  db.find(ReceiptRow, { where: { bindingId }, order: { at: 'ASC' } });

export async function insertReceipt(tx: EntityManager, receipt: Receipt): Promise<void> {
  await tx.insert(ReceiptRow, receipt);
}

/** The receipts of these ids, in no order. */
export const listReceiptsById = (db: EntityManager, ids: readonly Id<'receipt'>[]): Promise<Receipt[]> =>
  db.findBy(ReceiptRow, { id: In([...ids]) });
