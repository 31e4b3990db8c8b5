import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors } from '../providers';
import { toRequest, type OpenOperation } from './open-operation';
import { listOvertaken, type StepOperation } from './operation.repository';
import { operationJobs as jobs } from './operations.jobs';

/**
 * What has left and was then given up for its opposite may still be carried out, and would undo it: a provider that has
 * said no more than “later” to a SUSPEND takes a RESUME for done, as nothing is suspended yet, and then suspends. Holds an
 * operation back until those before it are over at the provider; true while it has to wait. It waits for half of its time
 * at most, so that a provider which never answers keeps nobody from suspending; then it goes, and the credential is
 * looked at afterwards.
 */
export type WaitForOvertaken = (operation: OpenOperation) => Promise<boolean>;

interface WaitForOvertakenDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly clock: Clock;
  /** The longest that a request may be on its way, in milliseconds: until then a provider may not have heard of it. */
  readonly onTheWayMs: number;
}

const askAgainMs = 500;
/** By then what was overtaken has come, if it ever does. */
const lookAfterMs = 60_000;

export function createWaitForOvertaken({
  unitOfWork,
  connectors,
  clock,
  onTheWayMs,
}: WaitForOvertakenDeps): WaitForOvertaken {
  async function isOver(operation: OpenOperation, { id, kind, sentAt }: StepOperation): Promise<boolean> {
    const answer = await connectors(operation.provider).query(id, toRequest({ ...operation, operationId: id, kind }));
    if (answer.status === 'OPERATION_UNKNOWN') return Number(clock.now()) - Number(sentAt) > onTheWayMs;
    return answer.status === 'CONFIRMED' || answer.status === 'REFUSED';
  }

  return async (operation) => {
    const { operationId, bindingId } = operation;
    const overtaken = await unitOfWork.run((tx) => listOvertaken(tx, operation));
    let mayCome = false;
    for (const one of overtaken) mayCome ||= !(await isOver(operation, one));
    if (!mayCome) return false;
    const now = Number(clock.now());
    const waits = now < (Number(operation.createdAt) + Number(operation.deadline)) / 2;
    await unitOfWork.run((tx) =>
      waits
        ? jobs.enqueue(
            tx,
            'send-operation',
            { operationId },
            { runAt: new Date(now + askAgainMs), jobKey: `send ${operationId}` },
          )
        : jobs.enqueue(
            tx,
            'compare-with-provider',
            { bindingId },
            // By a key of its own: any comparison before would be taken for this one.
            { runAt: new Date(now + lookAfterMs), jobKey: `look after ${operationId}` },
          ),
    );
    return waits;
  };
}
