import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { saveCaseEndedBy } from '../cases';
import type { SettleRequestIn } from '../lender-requests';
import { lookAtRemoval, type SettleActIn, type SettleOperationIn, type TakeView } from '../operations';
import type { LockedCase } from './lock-answered-case';
import type { StatedAnswer, Subject } from './provider-answer.rules';

export interface TakeStatedAnswerDeps {
  readonly settleOperationIn: SettleOperationIn;
  readonly settleActIn: SettleActIn;
  readonly settleRequestIn: SettleRequestIn;
  readonly takeView: TakeView;
  readonly clock: Clock;
}

type Stated = Pick<StatedAnswer, 'answer' | 'loanNumber' | 'statedBy' | 'reason'>;

/**
 * Takes an answer as if the provider had given it to a question of ours, by the same way as that one, and says in the record that our people have. False
 * where it does not fit how things stand. The case ends with it, unless something else of it is still open.
 */
export type TakeStatedAnswer = (
  tx: EntityManager,
  of: LockedCase,
  subject: Subject,
  stated: Stated,
) => Promise<boolean>;

const viewOf = { GONE: 'ABSENT', SUSPENDED: 'SUSPENDED', ACTIVE: 'ACTIVE' } as const;
/** Whoever said it may be mistaken: the provider is looked at again soon. */
const lookAgainMs = 5 * 60_000;
const refused = { status: 'REFUSED', cause: 'PROVIDER_DECLINED' } as const;

export function createTakeStatedAnswer(deps: TakeStatedAnswerDeps): TakeStatedAnswer {
  const { settleOperationIn, settleActIn, settleRequestIn, takeView, clock } = deps;

  /** Whether it was taken, and whether it ends the case by what it says. */
  async function settle(tx: EntityManager, { locked }: LockedCase, subject: Subject, stated: Stated): Promise<boolean> {
    const { answer, loanNumber } = stated;
    const isDone = answer === 'DONE';
    switch (subject.is) {
      case 'STEP': {
        const no = {
          is: 'REFUSED',
          cause: refused.cause,
          ...(subject.kind === 'UNBIND' && { stillThere: true }),
        } as const;
        const outcome = isDone ? ({ is: 'CONFIRMED' } as const) : no;
        const settled = await settleOperationIn(tx, { operationId: subject.id, outcome, channel: 'STAFF' });
        // What was declined by hearsay may be bound there: the provider is asked, and it is taken off.
        if (settled === 'APPLIED' && subject.kind === 'BIND') await lookAtRemoval(tx, locked.binding.id);
        return settled === 'APPLIED';
      }
      case 'ACT':
        return settleActIn(tx, subject.id, isDone ? { status: 'CONFIRMED' } : refused);
      case 'REQUEST': {
        const yes = { status: 'CONFIRMED', ...(loanNumber !== null && { loanNumber }) } as const;
        return settleRequestIn(tx, subject.id, isDone ? yes : refused);
      }
      case 'VIEW': {
        if (answer !== 'GONE' && answer !== 'SUSPENDED' && answer !== 'ACTIVE') return false;
        const reference = locked.binding.credentialReference;
        const nextCompareAt = new Date(clock.now().getTime() + lookAgainMs);
        const seen = { reference, observed: viewOf[answer], channel: 'STAFF', nextCompareAt } as const;
        const { binding } = await takeView(tx, locked, seen);
        return binding.state.sync.state !== 'DIVERGED';
      }
      case 'OWED':
        await lookAtRemoval(tx, subject.id);
        return true;
    }
  }

  return async (tx, of, subject, stated) => {
    if (!(await settle(tx, of, subject, stated))) return false;
    const by = { closedBy: stated.statedBy, reason: stated.reason, closedAt: clock.now() };
    await saveCaseEndedBy(tx, of.bindingCase.id, by, subject.is === 'VIEW' || subject.is === 'OWED');
    return true;
  };
}
