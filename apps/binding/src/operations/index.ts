import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log, Metrics } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import { requestTimeoutMs, type Connectors } from '../providers';
import { ObligationActRow } from './acts/act.entity';
import { createActJobs } from './acts/act-jobs';
import type { FindOpenMove } from './acts/carry-mandates';
import { createApplyProviderMessage } from './messages/apply-provider-message';
import { createAskAgain } from './schedule-query';
import { followDueComparisons } from './comparing/compare-due';
import { createCompareList, createCompareLists } from './comparing/compare-list';
import { createCompareWithProvider } from './comparing/compare-with-provider';
import { ProviderViewRow } from './comparing/provider-view.entity';
import { listViews } from './comparing/provider-view.repository';
import { ProviderViewResolver } from './comparing/provider-view.resolver';
import { UnknownCredentialRow } from './comparing/unknown-credential.entity';
import { listStrangerCases } from './comparing/unknown-credential.repository';
import { UnknownCredentialsResolver } from './comparing/unknown-credentials.resolver';
import { createCountOutcomes } from './messages/count-outcomes';
import { createKeepActivation } from './keep-activation';
import { createMarkOperationUnknown } from './mark-operation-unknown';
import { operationMessages } from './messages/operation-messages';
import { OperationRow } from './operation.entity';
import { operationJobs } from './operations.jobs';
import { createQueryOperation } from './query-operation';
import { createReapplyHolds } from './comparing/reapply-holds';
import { createReconcile, type FollowStuckWork } from './reconcile';
import { createRemoveAtProvider } from './remove-at-provider';
import { createResendOperation } from './resend-operation';
import { createSendOperation, type IsBegunOfLost } from './send-operation';
import { createSettleOperation } from './settle-operation';
import { createTakeAnswer } from './take-answer';
import { createWaitForOvertaken } from './wait-for-overtaken';
import { createWaitForOwed } from './owed/wait-for-owed';

export { balanceId, type ObligationAct } from './acts/act.rules';
export { listActs, listOpenActs } from './acts/acts.repository';
export { beginAct } from './acts/begin-act';
export { createOperationEffects } from './operation-effects';
export type { KeepActivation } from './keep-activation';
export { createCascadeEffects } from './comparing/cascade-effects';
export { watchEffects } from './comparing/watch-effects';
export type { SettleOperation } from './settle-operation';
export { queryDelayMs } from './query-backoff.rules';
export { operationJobs } from './operations.jobs';
export {
  findOpenOf,
  listAwaitingHolder,
  listLastOperations,
  listOpenOperations,
  listOperations,
} from './operation.repository';

export const operationsClasses = {
  resolvers: [ProviderViewResolver, UnknownCredentialsResolver],
  entities: [OperationRow, ObligationActRow, ProviderViewRow, UnknownCredentialRow],
} satisfies FeatureClasses;

interface OperationsFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

interface OperationsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  /** What other features have that can be stuck; looked after with the operations. */
  readonly stuckWork: readonly FollowStuckWork[];
  readonly findOpenMove: FindOpenMove;
  readonly isBegunOfLost: IsBegunOfLost;
  /** Milliseconds from one comparison of a card with its provider to the next. */
  readonly compareEveryMs: number;
}

/** What is asked of providers: sent once, asked about until it has ended, compared, and removed where it must not stay. */
export function createOperations(
  { db, unitOfWork, outbox, clock, metrics, log }: OperationsFoundation,
  deps: OperationsDeps,
) {
  const { transitions, catalogue, connectors, stuckWork, findOpenMove, isBegunOfLost } = deps;
  const { compareEveryMs: intervalMs } = deps;
  const { profiles } = catalogue;
  const settleOperation = createSettleOperation({ unitOfWork, transitions, profiles, clock });
  const markOperationUnknown = createMarkOperationUnknown({ unitOfWork, transitions, clock });
  const resendOperation = createResendOperation({ unitOfWork, transitions });
  const askAgain = createAskAgain({ unitOfWork, clock });
  const takeAnswer = createTakeAnswer({ connectors, settleOperation, markOperationUnknown });
  const keepActivation = createKeepActivation({ unitOfWork });
  const waitForOvertaken = createWaitForOvertaken({ unitOfWork, connectors, clock, onTheWayMs: requestTimeoutMs });
  const waitForOwed = createWaitForOwed({ unitOfWork, connectors, profiles, clock });
  const follow = { askAgain, keepActivation, markOperationUnknown, resendOperation, settleOperation, waitForOvertaken };
  const asking = { unitOfWork, connectors, profiles, takeAnswer, follow, clock };
  const compareWithProvider = createCompareWithProvider({
    unitOfWork,
    transitions,
    connectors,
    profiles,
    clock,
    intervalMs,
  });
  const reapplyHolds = createReapplyHolds({ unitOfWork, transitions, profiles, clock });
  const applyProviderMessage = createApplyProviderMessage({
    unitOfWork,
    settleOperation,
    onOutcome: createCountOutcomes(metrics),
  });
  const jobs = handleJobs(
    operationJobs,
    {
      'send-operation': createSendOperation({ ...asking, isBegunOfLost }),
      'query-operation': createQueryOperation(asking),
      'remove-at-provider': createRemoveAtProvider({ unitOfWork, connectors, waitForOwed, clock }),
      ...createActJobs({ unitOfWork, outbox, clock }, { connectors, catalogue, findOpenMove }),
      'compare-with-provider': ({ bindingId }) => compareWithProvider(bindingId),
      'reapply-holds': ({ bindingId }) => reapplyHolds(bindingId),
      'compare-list': createCompareList({ unitOfWork, connectors, profiles, clock, log }),
      'compare-lists': createCompareLists({ unitOfWork, profiles }),
      reconcile: createReconcile({ unitOfWork, stuckWork: [followDueComparisons, ...stuckWork], clock }),
    },
    [
      { name: 'reconcile', cron: '* * * * *' },
      { name: 'compare-lists', cron: '7 * * * *' },
    ],
  );
  return {
    settleOperation,
    keepActivation,
    applyProviderMessage,
    messages: operationMessages(applyProviderMessage),
    feature: {
      resolvers: [
        new ProviderViewResolver({ listViews: (ids) => listViews(db, ids), profileOf: catalogue.profileOf }),
        new UnknownCredentialsResolver({ listStrangerCases: (page) => listStrangerCases(db, page) }),
      ],
      jobs,
      // What a killed process left open is taken up at once, not only when it counts as stuck.
      onJobsStart: () =>
        unitOfWork.run((tx) =>
          operationJobs.enqueue(tx, 'reconcile', { everything: true }, { jobKey: 'reconcile at start' }),
        ),
    } satisfies Feature,
  };
}
