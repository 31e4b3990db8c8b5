import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { lockAnsweredCase } from './lock-answered-case';
import { answersTo } from './provider-answer.rules';
import { findAnswer, saveAnswerDecided } from './provider-answer.repository';
import { notTaken, type ProviderAnswerError } from './provider-answers.errors';
import type { AnswerDeps } from './record-answer';

export interface ConfirmAnswerCommand {
  /** An agent: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  /** The statement that was read. */
  readonly answerId: Id<'answer'>;
  readonly agree: boolean;
}

type Outcome = Result<{ readonly answerId: Id<'answer'> }, ProviderAnswerError>;
export type ConfirmAnswer = (command: ConfirmAnswerCommand) => Promise<Outcome>;

/** Another of our people agrees with what a provider is said to have answered, and it is taken; or either of them declines it. */
export function createConfirmAnswer({
  once,
  listSubjects,
  takeStatedAnswer,
  security,
  clock,
}: AnswerDeps): ConfirmAnswer {
  async function decide(tx: EntityManager, { viewer, answerId, agree }: ConfirmAnswerCommand): Promise<Outcome> {
    const known = await findAnswer(tx, answerId);
    if (!known) return err({ kind: 'NOT_FOUND' });
    const staffId = viewer.accountId;
    const found = await lockAnsweredCase(tx, { caseId: known.caseId, staffId }, listSubjects);
    // What has ended otherwise cannot be agreed with; there is nothing to decline either.
    if (!found.ok) return found;
    // Again under the lock: somebody may have decided meanwhile.
    const stated = await findAnswer(tx, answerId);
    if (!stated || stated.decision) return err(notTaken('DECIDED_BEFORE'));
    const decided = { decision: agree ? 'TAKEN' : 'DECLINED', decidedBy: staffId, decidedAt: clock.now() } as const;
    if (agree) {
      if (stated.statedBy === staffId) return err(notTaken('OWN_STATEMENT'));
      const subject = found.value.subjects.find(({ id }) => id === stated.subject);
      const fits = subject && answersTo(subject).some(({ answer }) => answer === stated.answer);
      if (!fits || !(await takeStatedAnswer(tx, found.value, subject, stated))) return err(notTaken('OVERTAKEN'));
    }
    if (!(await saveAnswerDecided(tx, answerId, decided)))
      throw new Error(`${answerId} was decided by somebody who held no lock`);
    return ok({ answerId });
  }

  return async (command) => {
    const { viewer, idempotencyKey, answerId, agree } = command;
    const request = { answerId, agree };
    const key = { owner: viewer.accountId, operation: 'confirmProviderAnswer', idempotencyKey, request };
    const decided = await once(key, (tx) => decide(tx, command));
    if (decided.ok)
      security.record(agree ? 'provider-answer-confirmed' : 'provider-answer-declined', {
        userId: viewer.accountId,
        labels: { subject: answerId },
      });
    return decided;
  };
}
