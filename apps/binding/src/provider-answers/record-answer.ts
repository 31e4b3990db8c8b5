import {
  err,
  faultOfText,
  faultOfWords,
  invalidField,
  newId,
  ok,
  type Clock,
  type Id,
  type Result,
} from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { reasonMax } from '../cases';
import type { ListSubjects } from './list-subjects';
import { lockAnsweredCase } from './lock-answered-case';
import { answersTo, wantsLoanNumber, type ProviderAnswer, type Subject } from './provider-answer.rules';
import { hasAnswerWaiting, insertAnswer } from './provider-answer.repository';
import { notTaken, type ProviderAnswerError } from './provider-answers.errors';
import type { TakeStatedAnswer } from './take-stated-answer';

export const evidenceMax = 200;
const loanNumberMax = 64;

export interface RecordAnswerCommand {
  /** An agent: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly caseId: Id<'case'>;
  /** What was asked for; null where it is about the card. */
  readonly operationId: Id<'operation'> | null;
  readonly answer: ProviderAnswer;
  readonly loanNumber: string | null;
  readonly evidence: string;
  readonly reason: string;
}

type Outcome = Result<{ readonly answerId: Id<'answer'>; readonly takesTwo: boolean }, ProviderAnswerError>;
export type RecordAnswer = (command: RecordAnswerCommand) => Promise<Outcome>;

export interface AnswerDeps {
  readonly once: Once;
  readonly listSubjects: ListSubjects;
  readonly takeStatedAnswer: TakeStatedAnswer;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/**
 * One of our people states what a provider has answered by letter or phone. What tightens is taken at once; what lets the card do more, moves money or
 * leaves its holder with a risk waits for another of them.
 */
export function createRecordAnswer({
  once,
  listSubjects,
  takeStatedAnswer,
  security,
  clock,
}: AnswerDeps): RecordAnswer {
  async function state(tx: EntityManager, command: RecordAnswerCommand): Promise<Outcome> {
    const { viewer, caseId, operationId, answer, loanNumber, evidence, reason } = command;
    const found = await lockAnsweredCase(tx, { caseId, staffId: viewer.accountId }, listSubjects);
    if (!found.ok) return found;
    const wanted = operationId ?? found.value.bindingCase.bindingId;
    const subject = found.value.subjects.find(({ id }) => id === wanted);
    if (!subject) return err(notTaken('NOT_OPEN'));
    const offered = answersTo(subject).find((one) => one.answer === answer);
    if (!offered) return err(notTaken(answer === 'DONE' && isBind(subject) ? 'ONLY_THE_PROVIDER' : 'DOES_NOT_FIT'));
    if (wantsLoanNumber(subject, answer) !== (loanNumber !== null))
      return err(invalidField('loanNumber', loanNumber === null ? 'REQUIRED' : 'NOT_WANTED'));
    const { takesTwo } = offered;
    if (takesTwo && (await hasAnswerWaiting(tx, { caseId, subject: subject.id })))
      return err(notTaken('ANOTHER_WAITS'));
    const at = clock.now();
    const stated = { answer, takesTwo, loanNumber, evidence, reason, statedBy: viewer.accountId, statedAt: at };
    const taken = { decision: 'TAKEN', decidedBy: viewer.accountId, decidedAt: at } as const;
    const answerId = newId('answer', at.getTime());
    const waiting = { decision: null, decidedBy: null, decidedAt: null };
    await insertAnswer(tx, { id: answerId, caseId, subject: subject.id, ...stated, ...(takesTwo ? waiting : taken) });
    if (!takesTwo && !(await takeStatedAnswer(tx, found.value, subject, stated))) return err(notTaken('DOES_NOT_FIT'));
    return ok({ answerId, takesTwo });
  }

  return async (command) => {
    const { viewer, idempotencyKey, caseId, operationId, answer, loanNumber, evidence, reason } = command;
    const fault =
      faultOfWords('reason', reason, reasonMax) ??
      faultOfWords('evidence', evidence, evidenceMax) ??
      (loanNumber === null ? undefined : faultOfText('loanNumber', loanNumber, loanNumberMax));
    if (fault) return err(fault);
    const request = { caseId, operationId, answer, loanNumber, evidence, reason };
    const key = { owner: viewer.accountId, operation: 'recordProviderAnswer', idempotencyKey, request };
    const recorded = await once(key, (tx) => state(tx, command));
    if (recorded.ok)
      security.record('provider-answer-recorded', {
        userId: viewer.accountId,
        labels: { subject: recorded.value.answerId },
      });
    return recorded;
  };
}

const isBind = (subject: Subject): boolean => subject.is === 'STEP' && subject.kind === 'BIND';
