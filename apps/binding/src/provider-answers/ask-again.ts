import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { saveCaseAskedAgain } from '../cases';
import { askLenderNow } from '../lender-requests';
import { askActNow, askOperationNow, compareNow, lookAtRemoval } from '../operations';
import { lockAnsweredCase } from './lock-answered-case';
import { askableFrom, canBeAsked, type Subject } from './provider-answer.rules';
import { notTaken, type AskAgainError } from './provider-answers.errors';
import type { AnswerDeps } from './record-answer';

export interface AskAgainCommand {
  /** An agent: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly caseId: Id<'case'>;
}

type Outcome = Result<{ readonly caseId: Id<'case'> }, AskAgainError>;
export type AskAgain = (command: AskAgainCommand) => Promise<Outcome>;

/** Brings the next question to a provider forward: nothing is asked for anew by it, and not more often than once in some minutes. */
export function createAskAgain({
  once,
  listSubjects,
  security,
  clock,
}: Omit<AnswerDeps, 'takeStatedAnswer'>): AskAgain {
  return async ({ viewer, idempotencyKey, caseId }) => {
    const key = { owner: viewer.accountId, operation: 'askProviderAgain', idempotencyKey, request: { caseId } };
    const asked = await once(key, async (tx): Promise<Outcome> => {
      const found = await lockAnsweredCase(tx, { caseId, staffId: viewer.accountId }, listSubjects);
      if (!found.ok) return found;
      const { bindingCase, subjects } = found.value;
      const now = clock.now();
      const retryAt = askableFrom(bindingCase.askedAgainAt, now);
      if (retryAt) return err({ kind: 'ASKED_LATELY', retryAt });
      const askable = subjects.filter(canBeAsked);
      if (askable.length === 0) return err(notTaken('NOTHING_TO_ASK'));
      await saveCaseAskedAgain(tx, caseId, now);
      for (const subject of askable) await askAbout(tx, subject);
      return ok({ caseId });
    });
    if (asked.ok) security.record('provider-asked-again', { userId: viewer.accountId, labels: { subject: caseId } });
    return asked;
  };
}

function askAbout(tx: EntityManager, subject: Subject): Promise<void> {
  switch (subject.is) {
    case 'STEP':
      return askOperationNow(tx, subject.id);
    case 'ACT':
      return askActNow(tx, subject.id);
    case 'REQUEST':
      return askLenderNow(tx, subject.id);
    case 'VIEW':
      return compareNow(tx, subject.id);
    case 'OWED':
      return lookAtRemoval(tx, subject.id);
  }
}
