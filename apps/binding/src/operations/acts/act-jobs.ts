import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Catalogue } from '../../catalogue';
import type { Connectors } from '../../providers';
import { createAskAgain } from '../schedule-query';
import { createCarryMandates, type FindOpenMove } from './carry-mandates';
import { createQueryAct } from './query-act';
import { createSendAct } from './send-act';
import type { SettleAct, SettleActIn } from './settle-act';

interface ActFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

interface ActDeps {
  readonly connectors: Connectors;
  readonly catalogue: Catalogue;
  readonly findOpenMove: FindOpenMove;
  readonly settleActIn: SettleActIn;
}

/** Jobs of what is done about mandates, pending payments and balances. */
export function createActJobs(
  { unitOfWork, clock }: ActFoundation,
  { connectors, catalogue, findOpenMove, settleActIn }: ActDeps,
) {
  const { profiles } = catalogue;
  const settleAct: SettleAct = (operationId, end) =>
    unitOfWork.run(async (tx) => void (await settleActIn(tx, operationId, end)));
  const askAgain = createAskAgain({ unitOfWork, clock }, 'query-act');
  return {
    'send-act': createSendAct({ unitOfWork, connectors, profiles, askAgain, settleAct, clock }),
    'query-act': createQueryAct({ unitOfWork, connectors, profiles, askAgain, settleAct, clock }),
    'carry-mandates': createCarryMandates({
      unitOfWork,
      connectors,
      profiles,
      findOpenMove,
      clock,
    }),
  };
}
