import type { JobHandlers, ScheduledJob } from '@bindery/jobs';
import type { CompareWithProvider } from '../operations/compare-with-provider';
import type { EndAccountLock } from '../accounts/end-account-lock';
import type { LapseBinding } from '../lifecycle/lapse-binding';
import type { MarkOperationUnknown } from '../operations/mark-operation-unknown';
import type { ReapplyHolds } from '../operations/reapply-holds';
import type { ResendOperation } from '../operations/resend-operation';
import type { SettleOperation } from '../operations/settle-operation';
import { createAskAgain, type AskAgainDeps } from '../operations/ask-again';
import type { BindingJobs } from '../operations/operations.jobs';
import { createPrune, type PruneDeps } from './prune';
import { createQueryOperation } from '../operations/query-operation';
import { createReconcile } from '../operations/reconcile';
import { createRemoveAtProvider, type RemoveAtProviderDeps } from '../operations/remove-at-provider';
import { createSendOperation } from '../operations/send-operation';
import { createTakeAnswer } from '../operations/take-answer';

interface JobHandlersDeps extends AskAgainDeps, RemoveAtProviderDeps, PruneDeps {
  readonly settleOperation: SettleOperation;
  readonly markOperationUnknown: MarkOperationUnknown;
  readonly resendOperation: ResendOperation;
  readonly lapseBinding: LapseBinding;
  readonly compareWithProvider: CompareWithProvider;
  readonly reapplyHolds: ReapplyHolds;
  readonly endAccountLock: EndAccountLock;
}

export const jobSchedule: readonly ScheduledJob<BindingJobs['schemas']>[] = [
  { name: 'reconcile', cron: '* * * * *' },
  { name: 'prune', cron: '17 3 * * *' },
];

export function createJobHandlers(deps: JobHandlersDeps): JobHandlers<BindingJobs['schemas']> {
  const takeAnswer = createTakeAnswer(deps);
  const follow = { ...deps, askAgain: createAskAgain(deps) };
  return {
    'send-operation': createSendOperation({ ...deps, takeAnswer, follow }),
    'query-operation': createQueryOperation({ ...deps, takeAnswer, follow }),
    'remove-at-provider': createRemoveAtProvider(deps),
    'lapse-binding': ({ bindingId }) => deps.lapseBinding(bindingId),
    'compare-with-provider': ({ bindingId }) => deps.compareWithProvider(bindingId),
    'reapply-holds': ({ bindingId }) => deps.reapplyHolds(bindingId),
    'end-account-lock': ({ accountId }) => deps.endAccountLock(accountId),
    reconcile: createReconcile(deps),
    prune: createPrune(deps),
  };
}
