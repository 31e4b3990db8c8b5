import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log, Metrics } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { NamedCredentials, Transitions } from '../lifecycle';
import { requestTimeoutMs, type Connectors } from '../providers';
import { ObligationActRow } from './acts/act.entity';
import { createActJobs } from './acts/act-jobs';
import type { FindOpenMove } from './acts/carry-mandates';
import { createApplyProviderMessage } from './messages/apply-provider-message';
import { createAskAgain } from './schedule-query';
import { followDueComparisons } from './comparing/compare-due';
import { createCascadeEffects } from './comparing/cascade-effects';
import { watchEffects } from './comparing/watch-effects';
import { createOperationEffects } from './operation-effects';
import { createCompareList, createCompareLists } from './comparing/compare-list';
import { createCompareWithProvider } from './comparing/compare-with-provider';
import { createTakeView } from './comparing/take-view';
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
import { createSendOperation } from './send-operation';
import { createSettleActIn } from './acts/settle-act';
import { createSettleOperationIn, type IsBegunOfLost, type SettleOperation } from './settle-operation';
import { createTakeAnswer } from './take-answer';
import { createWaitForOvertaken } from './wait-for-overtaken';
import { hasOwedWait } from './owed/owed-wait.repository';
import { OwedWaitRow } from './owed/owed-wait.entity';
import { createWaitForOwed, type IsReleased } from './owed/wait-for-owed';

export { balanceId, isTakenFrom, type ObligationAct } from './acts/act.rules';
export { listActs, listOpenActs } from './acts/acts.repository';
export { askActNow, askOperationNow, compareNow, lookAtRemoval } from './ask-now';
export { beginAct } from './acts/begin-act';
export type { KeepActivation } from './keep-activation';
export { hasBeenSeenOff, listViews } from './comparing/provider-view.repository';
export type { ProviderView } from './comparing/compare-with-provider.rules';
export type { TakeView } from './comparing/take-view';
export { CredentialStatusEnum } from './comparing/provider-view.enums';
export { owedCodes, type OwedCode } from './owed/blocking.rules';
export { listOwedWaits, type OwedWait } from './owed/owed-wait.repository';
export { watchRetired } from './comparing/watch-retired';
export type { SettleActIn } from './acts/settle-act';
export type { SettleOperation, SettleOperationIn } from './settle-operation';
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
  entities: [OperationRow, ObligationActRow, OwedWaitRow, ProviderViewRow, UnknownCredentialRow],
} satisfies FeatureClasses;

/** What follows a step at its provider: it is asked, and what it holds is watched. */
export const listOperationEffects = (catalogue: Pick<Catalogue, 'profiles'>) =>
  [createOperationEffects(catalogue), watchEffects, createCascadeEffects(catalogue)] as const;

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
  readonly credentials: NamedCredentials;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  /** What other features have that can be stuck; looked after with the operations. */
  readonly stuckWork: readonly FollowStuckWork[];
  readonly findOpenMove: FindOpenMove;
  readonly isBegunOfLost: IsBegunOfLost;
  readonly isReleased: IsReleased;
  /** Milliseconds from one comparison of a card with its provider to the next. */
  readonly compareEveryMs: number;
}

/** By which what a provider has said counts, within a transaction of whoever has heard it. */
const createSettlers = (
  { outbox, clock }: Pick<OperationsFoundation, 'outbox' | 'clock'>,
  {
    transitions,
    isBegunOfLost,
    catalogue: { profiles, profileOf },
  }: Pick<OperationsDeps, 'transitions' | 'isBegunOfLost' | 'catalogue'>,
) => ({
  settleOperationIn: createSettleOperationIn({ transitions, profiles, isBegunOfLost, clock }),
  settleActIn: createSettleActIn({
    outbox,
    isKeptByOwed: hasOwedWait,
    nameOf: (provider) => profileOf(provider).name,
    clock,
  }),
  takeView: createTakeView({ transitions, profiles, clock }),
});

/** What is asked of providers: sent once, asked about until it has ended, compared, and removed where it must not stay. */
export function createOperations(
  { db, unitOfWork, outbox, clock, metrics, log }: OperationsFoundation,
  deps: OperationsDeps,
) {
  const { transitions, credentials, catalogue, connectors, stuckWork, findOpenMove, isBegunOfLost, isReleased } = deps;
  const { compareEveryMs: intervalMs } = deps;
  const { profiles } = catalogue;
  const settlers = createSettlers({ outbox, clock }, deps);
  const { settleOperationIn, settleActIn, takeView } = settlers;
  const settleOperation: SettleOperation = (settlement) => unitOfWork.run((tx) => settleOperationIn(tx, settlement));
  const markOperationUnknown = createMarkOperationUnknown({ unitOfWork, transitions, clock });
  const resendOperation = createResendOperation({ unitOfWork, transitions });
  const askAgain = createAskAgain({ unitOfWork, clock });
  const takeAnswer = createTakeAnswer({ connectors, settleOperation, markOperationUnknown });
  const keepActivation = createKeepActivation({ unitOfWork, profiles });
  const waitForOvertaken = createWaitForOvertaken({ unitOfWork, connectors, clock, onTheWayMs: requestTimeoutMs });
  const waitForOwed = createWaitForOwed({ unitOfWork, connectors, profiles, isReleased, clock });
  const follow = { askAgain, keepActivation, markOperationUnknown, resendOperation, settleOperation, waitForOvertaken };
  const asking = { unitOfWork, connectors, profiles, takeAnswer, follow, clock };
  const compareWithProvider = createCompareWithProvider({ ...asking, transitions, takeView, intervalMs });
  const reapplyHolds = createReapplyHolds({ unitOfWork, transitions, profiles, clock });
  const applyProviderMessage = createApplyProviderMessage({
    unitOfWork,
    settleOperation,
    credentials,
    clock,
    onOutcome: createCountOutcomes(metrics),
  });
  const jobs = handleJobs(
    operationJobs,
    {
      'send-operation': createSendOperation({ ...asking, isBegunOfLost }),
      'query-operation': createQueryOperation(asking),
      'remove-at-provider': createRemoveAtProvider({ unitOfWork, connectors, waitForOwed, clock }),
      ...createActJobs({ unitOfWork, clock }, { connectors, catalogue, findOpenMove, settleActIn }),
      'compare-with-provider': ({ bindingId }) => compareWithProvider(bindingId),
      'reapply-holds': ({ bindingId }) => reapplyHolds(bindingId),
      'compare-list': createCompareList({ unitOfWork, credentials, connectors, profiles, clock, log }),
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
    settlers,
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
