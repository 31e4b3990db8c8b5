import type { Id } from '@bindery/kernel';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ProviderAnswerRow } from './provider-answer.entity';
import type { StatedAnswer } from './provider-answer.rules';

export const findAnswer = (db: EntityManager, id: Id<'answer'>): Promise<StatedAnswer | null> =>
  db.findOneBy(ProviderAnswerRow, { id });

export async function insertAnswer(tx: EntityManager, answer: StatedAnswer): Promise<void> {
  await tx.insert(ProviderAnswerRow, { ...answer });
}

/** Notes who decided it and how; false where somebody had before. */
export async function saveAnswerDecided(
  tx: EntityManager,
  id: Id<'answer'>,
  decided: Pick<StatedAnswer, 'decision' | 'decidedBy' | 'decidedAt'>,
): Promise<boolean> {
  const { affected } = await tx.update(ProviderAnswerRow, { id, decision: IsNull() }, decided);
  return affected === 1;
}

/** Whether an answer about the same waits for a second of our people. */
export const hasAnswerWaiting = (
  tx: EntityManager,
  { caseId, subject }: Pick<StatedAnswer, 'caseId' | 'subject'>,
): Promise<boolean> => tx.existsBy(ProviderAnswerRow, { caseId, subject, decision: IsNull() });

/** What was stated about these cases, the oldest first. */
export const listAnswers = (db: EntityManager, caseIds: readonly Id<'case'>[]): Promise<StatedAnswer[]> =>
  db.find(ProviderAnswerRow, { where: { caseId: In([...caseIds]) }, order: { id: 'ASC' } });

/** Whether two of our people have said that a replaced card owes nothing to its provider any more. */
export async function hasRelease(tx: EntityManager, bindingId: Id<'binding'>): Promise<boolean> {
  return tx.existsBy(ProviderAnswerRow, { subject: bindingId, answer: 'NOTHING_OWED', decision: 'TAKEN' });
}
