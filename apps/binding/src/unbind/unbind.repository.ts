import { LessThan, type EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import type { Money } from '../catalogue/provider-profile.rules';
import type { UnbindPlan } from './unbind-plan.rules';
import { UnbindPlanRow } from './unbind-plan.entity';

export async function insertPlan(tx: EntityManager, plan: UnbindPlan): Promise<void> {
  await tx.insert(UnbindPlanRow, { ...plan, effects: [...plan.effects], blockers: [...plan.blockers] } as never);
}

export const findPlanByDigest = (tx: EntityManager, digest: string): Promise<UnbindPlan | null> =>
  tx.findOneBy(UnbindPlanRow, { digest });

export const findPlan = (tx: EntityManager, id: string): Promise<UnbindPlan | null> =>
  tx.findOneBy(UnbindPlanRow, { id });

/** Deletes plans that were never used and whose quote ended before `before`; how many. */
export async function prunePlans(tx: EntityManager, before: Date): Promise<number> {
  const { affected } = await tx
    .createQueryBuilder()
    .delete()
    .from(UnbindPlanRow)
    .where({ quotedUntil: LessThan(before) })
    .andWhere('id NOT IN (SELECT plan_id FROM charge UNION ALL SELECT plan_id FROM binding WHERE plan_id IS NOT NULL)')
    .execute();
  return affected ?? 0;
}

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

export async function refundCharges(tx: EntityManager, planId: string, at: Date): Promise<void> {
  await tx.query('UPDATE charge SET refunded_at = $2 WHERE plan_id = $1 AND refunded_at IS NULL', [planId, at]);
}

/** Something people have to look into; one open case for each matter of a binding. */
export async function openCase(tx: EntityManager, bindingId: string, about: string, at: Date): Promise<void> {
  await tx.query(
    'INSERT INTO binding_case (id, binding_id, about, opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [newId('case', at.getTime()), bindingId, about, at],
  );
}

/** The provider has answered after all: what was opened for want of an answer is settled. */
export async function closeOverdueCase(tx: EntityManager, bindingId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE binding_case SET closed_at = $2 WHERE binding_id = $1 AND about = 'OVERDUE' AND closed_at IS NULL`,
    [bindingId, at],
  );
}

export async function hasOpenCase(tx: EntityManager, bindingId: string, about: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM binding_case WHERE binding_id = $1 AND about = $2 AND closed_at IS NULL',
    [bindingId, about],
  );
  return rows.length > 0;
}
