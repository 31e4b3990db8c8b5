import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { caseJobs } from './cases.jobs';
import {
  insertCase,
  listDueCases,
  listUntoldCases,
  saveCaseClosedBy,
  saveCaseEnder,
  saveCasesSettled,
} from './cases.repository';
import type { BindingCase, BindingCaseAbout, LeftMandate } from './cases.rules';

/** Has a case looked at when its promise has passed. */
export const watchPromise = (tx: EntityManager, { id: caseId, answerBy }: Pick<BindingCase, 'id' | 'answerBy'>) =>
  caseJobs.enqueue(tx, 'case-deadline', { caseId }, { jobKey: `case ${caseId}`, runAt: answerBy });

/** Has its holder told that it was opened or closed. */
export const tellLater = (tx: EntityManager, caseId: Id<'case'>) =>
  caseJobs.enqueue(tx, 'tell-case', { caseId }, { jobKey: `tell ${caseId}` });

/** Has people look into something about a binding, their promise watched and its holder told; does nothing where a case about it is open. */
export async function openCase(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout,
  at: Date,
  mandates?: readonly LeftMandate[],
): Promise<void> {
  const opened = await insertCase(tx, bindingId, about, at, mandates);
  if (!opened) return;
  await watchPromise(tx, opened);
  await tellLater(tx, opened.id);
}

/** What cases were about has settled by itself, which their holder is told. */
export async function saveCasesClosed(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout | readonly BindingCaseAbout[],
  at: Date,
): Promise<void> {
  for (const caseId of await saveCasesSettled(tx, bindingId, [about].flat(), at)) await tellLater(tx, caseId);
}

/**
 * One of our people has taken down what ends an open case, with a reason for its holder: it is closed, where `closes`, or else if what was taken down has
 * closed it. To be called in the transaction that takes it down, with the case locked.
 */
export async function saveCaseEndedBy(
  tx: EntityManager,
  caseId: Id<'case'>,
  by: { readonly closedBy: Id<'account'>; readonly reason: string; readonly closedAt: Date },
  closes: boolean,
): Promise<void> {
  if (closes && (await saveCaseClosedBy(tx, caseId, by))) await tellLater(tx, caseId);
  await saveCaseEnder(tx, caseId, by);
}

/** A timer is a job too and may be a little late. */
const timerGraceMs = 60_000;

/** Has those looked at whose timer is lost, or that never had one, and those told of that nobody was told of; at most so many of each. */
export async function followDueCases(tx: EntityManager, now: Date, limit: number): Promise<void> {
  const before = new Date(now.getTime() - timerGraceMs);
  for (const caseId of await listDueCases(tx, before, limit))
    await caseJobs.enqueue(tx, 'case-deadline', { caseId }, { jobKey: `case ${caseId}` });
  for (const caseId of await listUntoldCases(tx, before, limit)) await tellLater(tx, caseId);
}
