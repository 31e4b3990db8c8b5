import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { findCase, lockCase, type BindingCase } from '../cases';
import { findBinding, lockBinding, type LockedBinding } from '../lifecycle';
import type { ListSubjects } from './list-subjects';
import { isAboutAnAnswer, type Subject } from './provider-answer.rules';
import { notTaken, type ProviderAnswerError } from './provider-answers.errors';

/** An open case that waits for an answer, locked after its binding, and what it waits for an answer about. */
export interface LockedCase {
  readonly bindingCase: BindingCase & { readonly askedAgainAt: Date | null };
  readonly locked: LockedBinding;
  readonly subjects: readonly Subject[];
}

/** The case for one of our people, unless it is about their own card, is closed, or waits for no answer. */
export async function lockAnsweredCase(
  tx: EntityManager,
  { caseId, staffId }: { readonly caseId: Id<'case'>; readonly staffId: Id<'account'> },
  listSubjects: ListSubjects,
): Promise<Result<LockedCase, ProviderAnswerError>> {
  const known = await findCase(tx, caseId);
  const of = known && (await findBinding(tx, known.bindingId));
  if (!known || !of) return err({ kind: 'NOT_FOUND', field: 'caseId' });
  if (of.binding.accountId === staffId) return err(notTaken('OWN_ACCOUNT'));
  if (!isAboutAnAnswer(known.about)) return err(notTaken('NO_ANSWER_AWAITED'));
  const locked = await lockBinding(tx, known.bindingId);
  const bindingCase = locked && (await lockCase(tx, caseId));
  if (!bindingCase) return err({ kind: 'NOT_FOUND', field: 'caseId' });
  if (bindingCase.closedAt) return err(notTaken('CASE_CLOSED'));
  const subjects = (await listSubjects(tx, [bindingCase])).get(caseId) ?? [];
  return ok({ bindingCase, locked, subjects });
}
