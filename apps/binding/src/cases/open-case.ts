import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { caseJobs } from './cases.jobs';
import { insertCase, listDueCases } from './cases.repository';
import type { BindingCase, BindingCaseAbout } from './cases.rules';

/** Has a case looked at when its promise has passed. */
export const watchPromise = (tx: EntityManager, { id: caseId, answerBy }: Pick<BindingCase, 'id' | 'answerBy'>) =>
  caseJobs.enqueue(tx, 'case-deadline', { caseId }, { jobKey: `case ${caseId}`, runAt: answerBy });

/** Has people look into something about a binding, and their promise watched; does nothing where a case about it is open. */
export async function openCase(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout,
  at: Date,
): Promise<void> {
  const opened = await insertCase(tx, bindingId, about, at);
  if (opened) await watchPromise(tx, opened);
}

/** A timer is a job too and may be a little late. */
const timerGraceMs = 60_000;

/** Has those looked at whose timer is lost, or that never had one, at most so many. */
export async function followDueCases(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const caseId of await listDueCases(tx, new Date(now.getTime() - timerGraceMs), limit))
    await caseJobs.enqueue(tx, 'case-deadline', { caseId }, { jobKey: `case ${caseId}` });
}
