import { IsNull, type EntityManager } from 'typeorm';
import { newId, type Id } from '@bindery/kernel';
import { BindingCaseRow } from './binding-case.entity';

/** Something people have to look into; one open case for each matter of a binding. */
export async function insertCase(tx: EntityManager, bindingId: Id<'binding'>, about: string, at: Date): Promise<void> {
  await tx.query(
    'INSERT INTO binding_case (id, binding_id, about, opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [newId('case', at.getTime()), bindingId, about, at],
  );
}

/** The provider has answered after all: what was opened for want of an answer is settled. */
export async function saveOverdueCaseClosed(tx: EntityManager, bindingId: Id<'binding'>, at: Date): Promise<void> {
  await tx.update(BindingCaseRow, { bindingId, about: 'OVERDUE', closedAt: IsNull() }, { closedAt: at });
}

export const hasOpenCase = (tx: EntityManager, bindingId: Id<'binding'>, about: string): Promise<boolean> =>
  tx.existsBy(BindingCaseRow, { bindingId, about, closedAt: IsNull() });
