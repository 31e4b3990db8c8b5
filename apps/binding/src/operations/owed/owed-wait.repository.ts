import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { OwedCode } from './blocking.rules';
import { OwedWaitRow } from './owed-wait.entity';

export type OwedWait = Readonly<OwedWaitRow>;

/** What keeps these at their providers; those that nothing keeps are left out, and those that were seen to be off there. In no order. */
export const listOwedWaits = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<OwedWait[]> =>
  db
    .createQueryBuilder(OwedWaitRow, 'wait')
    .where('wait.bindingId = ANY(:ids)', { ids: [...bindingIds] })
    .andWhere(`NOT EXISTS (SELECT FROM provider_view v WHERE v.binding_id = wait.binding_id AND v.observed = 'ABSENT')`)
    .getMany();

/** Whether something keeps it there. */
export const hasOwedWait = (tx: EntityManager, bindingId: Id<'binding'>): Promise<boolean> =>
  tx.existsBy(OwedWaitRow, { bindingId });

/** Notes what keeps it there now; it waits since it was noted first, which is answered. */
export async function saveOwedWait(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  owes: readonly OwedCode[],
  at: Date,
): Promise<Date> {
  const rows: { since: Date }[] = await tx.query(
    `INSERT INTO owed_wait (binding_id, owes, since) VALUES ($1, $2, $3)
     ON CONFLICT (binding_id) DO UPDATE SET owes = excluded.owes RETURNING since`,
    [bindingId, owes, at],
  );
  return rows[0]?.since ?? at;
}

export async function deleteOwedWait(tx: EntityManager, bindingId: Id<'binding'>): Promise<void> {
  await tx.delete(OwedWaitRow, { bindingId });
}
