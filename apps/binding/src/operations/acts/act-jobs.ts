import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Catalogue } from '../../catalogue';
import type { Connectors } from '../../providers';
import { createAskAgain } from '../schedule-query';
import { createCarryMandates, type FindOpenMove } from './carry-mandates';
import { createQueryAct } from './query-act';
import { createSendAct } from './send-act';
import { createSettleAct } from './settle-act';

interface ActFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface ActDeps {
  readonly connectors: Connectors;
  readonly catalogue: Catalogue;
  readonly findOpenMove: FindOpenMove;
}

/** Jobs of what is done about mandates, pending payments and balances. */
export function createActJobs(
  { unitOfWork, outbox, clock }: ActFoundation,
  { connectors, catalogue, findOpenMove }: ActDeps,
) {
  const { profiles } = catalogue;
  const nameOf = (provider: string) => catalogue.profileOf(provider).name;
  const settleAct = createSettleAct({ unitOfWork, outbox, nameOf, clock });
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
