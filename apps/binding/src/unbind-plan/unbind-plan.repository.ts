import type { Id } from '@bindery/kernel';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import { UnbindPlanRow } from './unbind-plan.entity';
import type { UnbindPlan } from './unbind-plan.rules';

export async function insertPlan(tx: EntityManager, plan: UnbindPlan): Promise<void> {
  await tx.insert(UnbindPlanRow, { ...plan, effects: [...plan.effects], blockers: [...plan.blockers] });
}

export const findPlanByDigest = (tx: EntityManager, digest: string): Promise<UnbindPlan | null> =>
  tx.findOneBy(UnbindPlanRow, { digest });

export const findPlan = (tx: EntityManager, id: Id<'plan'>): Promise<UnbindPlan | null> =>
  tx.findOneBy(UnbindPlanRow, { id });

/** Which bindings have a plan that still holds; ten minutes' worth of them. */
export async function listBindingsWithPlans(db: EntityManager, now: Date): Promise<Id<'binding'>[]> {
  const rows = await db.find(UnbindPlanRow, { select: { bindingId: true }, where: { quotedUntil: MoreThan(now) } });
  return [...new Set(rows.map(({ bindingId }) => bindingId))];
}

/** Deletes plans that were never used and whose quote ended before `before`; how many. */
export async function deletePlansBefore(tx: EntityManager, before: Date): Promise<number> {
  const { affected } = await tx
    .createQueryBuilder()
    .delete()
    .from(UnbindPlanRow)
    .where({ quotedUntil: LessThan(before) })
    .andWhere('id NOT IN (SELECT plan_id FROM charge UNION ALL SELECT plan_id FROM binding WHERE plan_id IS NOT NULL)')
    .execute();
  return affected ?? 0;
}
