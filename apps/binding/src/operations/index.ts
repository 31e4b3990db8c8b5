import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { UnitOfWork } from '@bindery/persistence';
import type { Metrics } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import type { Connectors } from '../providers';
import { createApplyProviderMessage } from './messages/apply-provider-message';
import { createAskAgain } from './schedule-query';
import { createCompareWithProvider } from './compare-with-provider';
import { createCountOutcomes } from './messages/count-outcomes';
import { createMarkOperationUnknown } from './mark-operation-unknown';
import { operationMessages } from './messages/operation-messages';
import { OperationRow } from './operation.entity';
import { operationJobs } from './operations.jobs';
import { createQueryOperation } from './query-operation';
import { createReapplyHolds } from './reapply-holds';
import { createReconcile, type FollowStuckWork } from './reconcile';
import { createRemoveAtProvider } from './remove-at-provider';
import { createResendOperation } from './resend-operation';
import { createSendOperation } from './send-operation';
import { createSettleOperation } from './settle-operation';
import { createTakeAnswer } from './take-answer';

export { operationEffects } from './operation-effects';
export { listLastOperations } from './operation.repository';

export const operationsClasses = { entities: [OperationRow] } satisfies FeatureClasses;

interface OperationsFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

interface OperationsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  /** What other features have that can be stuck; looked after with the operations. */
  readonly stuckWork: readonly FollowStuckWork[];
}

/** What is asked of providers: sent once, asked about until it has ended, compared, and removed where it must not stay. */
export function createOperations({ unitOfWork, clock, metrics }: OperationsFoundation, deps: OperationsDeps) {
  const { transitions, catalogue, connectors, stuckWork } = deps;
  const { profiles } = catalogue;
  const settleOperation = createSettleOperation({ unitOfWork, transitions, profiles, clock });
  const markOperationUnknown = createMarkOperationUnknown({ unitOfWork, transitions, clock });
  const resendOperation = createResendOperation({ unitOfWork, transitions });
  const askAgain = createAskAgain({ unitOfWork, clock });
  const takeAnswer = createTakeAnswer({ connectors, settleOperation, markOperationUnknown });
  const follow = { askAgain, markOperationUnknown, resendOperation, settleOperation };
  const compareWithProvider = createCompareWithProvider({ unitOfWork, transitions, connectors, profiles });
  const reapplyHolds = createReapplyHolds({ unitOfWork, transitions, profiles, clock });
  const applyProviderMessage = createApplyProviderMessage({
    unitOfWork,
    settleOperation,
    onOutcome: createCountOutcomes(metrics),
  });
  const jobs = handleJobs(
    operationJobs,
    {
      'send-operation': createSendOperation({ unitOfWork, connectors, takeAnswer, follow, clock }),
      'query-operation': createQueryOperation({ unitOfWork, connectors, takeAnswer, follow, clock }),
      'remove-at-provider': createRemoveAtProvider({ unitOfWork, connectors, clock }),
      'compare-with-provider': ({ bindingId }) => compareWithProvider(bindingId),
      'reapply-holds': ({ bindingId }) => reapplyHolds(bindingId),
      reconcile: createReconcile({ unitOfWork, stuckWork, clock }),
    },
    [{ name: 'reconcile', cron: '* * * * *' }],
  );
  return {
    settleOperation,
    applyProviderMessage,
    messages: operationMessages(applyProviderMessage),
    feature: {
      jobs,
      // What a killed process left open is taken up at once, not only when it counts as stuck.
      onJobsStart: () =>
        unitOfWork.run((tx) =>
          operationJobs.enqueue(tx, 'reconcile', { everything: true }, { jobKey: 'reconcile at start' }),
        ),
    } satisfies Feature,
  };
}
