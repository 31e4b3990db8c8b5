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

export async function saveChargesRefunded(tx: EntityManager, planId: Id<'plan'>, at: Date): Promise<void> {
  await tx.update(ChargeRow, { planId, refundedAt: IsNull() }, { refundedAt: at });
}

export async function insertReceipt(tx: EntityManager, receipt: Receipt): Promise<void> {
  await tx.insert(ReceiptRow, receipt);
}

/** The receipts of these ids, in no order. */
export const listReceiptsById = (db: EntityManager, ids: readonly Id<'receipt'>[]): Promise<Receipt[]> =>
  db.findBy(ReceiptRow, { id: In([...ids]) });
