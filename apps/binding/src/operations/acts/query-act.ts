import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { openCase } from '../../cases';
import type { ProviderProfile } from '../../catalogue';
import type { Connectors } from '../../providers';
import { saveHeard, saveOperationOpen } from '../operation.repository';
import { operationJobs } from '../operations.jobs';
import { queryDelayMs, stuckAfterMs } from '../query-backoff.rules';
import { sayingOf } from '../saying.rules';
import type { AskAgain } from '../schedule-query';
import { findOpenAct, type OpenAct } from './acts.repository';
import type { SettleAct } from './settle-act';

interface QueryActDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly askAgain: AskAgain;
  readonly settleAct: SettleAct;
  readonly clock: Clock;
}

/**
 * Asks the provider how an act stands, and again, until it has ended; past its deadline it is a case. What the provider has never heard of is sent
 * once more under its id, but not past the deadline: nobody is to be paid when its holder does not expect it any more.
 */
export function createQueryAct({ unitOfWork, connectors, profiles, askAgain, settleAct, clock }: QueryActDeps) {
  const isLate = ({ act }: OpenAct) => clock.now() >= act.deadline;

  async function keepAsking(open: OpenAct): Promise<void> {
    const { act, operation } = open;
    if (isLate(open)) await unitOfWork.run((tx) => openCase(tx, act.bindingId, 'OBLIGATION_OVERDUE', clock.now()));
    const leftMs = Number(act.deadline) - Number(clock.now());
    const tells = profiles.get(operation.provider)?.confirmation;
    await askAgain(act.operationId, queryDelayMs(operation.asked, leftMs, tells));
  }

  const sendAgain = ({ operation: { id, bindingId, provider, kind } }: OpenAct) =>
    unitOfWork.run(async (tx) => {
      if (!(await findOpenAct(tx, id, { lock: true }))) return;
      const at = clock.now();
      const nextCheckAt = new Date(at.getTime() + stuckAfterMs);
      await saveOperationOpen(tx, { id, bindingId, provider, kind, nextCheckAt, at });
      await operationJobs.enqueue(tx, 'send-act', { operationId: id }, { jobKey: `send ${id}` });
    });

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const open = await unitOfWork.run((tx) => findOpenAct(tx, operationId));
    // What has not left yet cannot be asked about; its job is on the way, or reconciliation finds that it is not.
    if (!open || open.operation.sentAt === null) return;
    const answer = await connectors(open.operation.provider).query(operationId);
    const heard = { asked: true, said: sayingOf(answer.status), at: clock.now() };
    await unitOfWork.run((tx) => saveHeard(tx, operationId, heard));
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return settleAct(operationId, answer);
      case 'PENDING':
      case 'ACTIVATION_REQUIRED':
      case 'UNAVAILABLE':
        return keepAsking(open);
      case 'OPERATION_UNKNOWN':
        return isLate(open)
          ? settleAct(operationId, { status: 'REFUSED', cause: 'NOT_TAKEN_IN_TIME' })
          : sendAgain(open);
      default:
        return assertNever(answer, 'answer of a provider');
    }
  };
}
