import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { KeySet } from '@bindery/trust';
import type { CardFingerprints } from './bind/card-fingerprint.rules';
import type { Connectors, ProviderMessage } from './providers/connector';
import type { ProviderProfile } from './catalogue/provider-profile.rules';
import { bindingJobs as jobs } from './operations/operations.jobs';
import { createAccountHolds } from './accounts/account-holds';
import { createApplyProviderMessage, type MessageOutcome } from './operations/apply-provider-message';
import { createAttempt } from './use-cases/attempt';
import { createBeginBinding } from './bind/begin-binding';
import { createCancelBinding } from './bind/cancel-binding';
import { createCompareWithProvider } from './operations/compare-with-provider';
import { createConfirmBinding } from './bind/confirm-binding';
import { createEffects } from './lifecycle/effects';
import { createWallets } from './default-card/settle-default-card';
import { createEndAccountLock } from './accounts/end-account-lock';
import { createLapseBinding } from './lifecycle/lapse-binding';
import { createMarkOperationUnknown } from './operations/mark-operation-unknown';
import { createQuoteUnbind } from './unbind/quote-unbind';
import { createReapplyHolds } from './operations/reapply-holds';
import { createRecordConsent } from './bind/record-consent';
import { createRecordUsage } from './usage/record-usage';
import { createRequestRestore } from './restore/request-restore';
import { createRequestUnbind } from './unbind/request-unbind';
import { createResendOperation } from './operations/resend-operation';
import { createResumeBinding } from './holds/resume-binding';
import { createSetDefaultCard } from './default-card/set-default-card';
import { createSettleOperation } from './operations/settle-operation';
import { createStartBinding } from './bind/start-binding';
import { createSuspendBinding } from './holds/suspend-binding';
import { createSteps } from './lifecycle/transitions';
import { createUnbindByPlan } from './unbind/unbind-by-plan';
import { createUseProof } from './proofs/use-proof';

interface UseCasesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly fingerprints: CardFingerprints;
  readonly proofKeys: KeySet;
  readonly clock: Clock;
  readonly onOutcome: (message: ProviderMessage, outcome: MessageOutcome) => void;
}

/** Every use case with what it needs. */
export function composeUseCases(deps: UseCasesDeps) {
  const { unitOfWork, outbox, connectors, profiles, fingerprints, clock, onOutcome } = deps;
  const wallets = createWallets(outbox);
  const steps = createSteps({ outbox, effects: createEffects({ jobs, wallets }), profiles, clock });
  const attempt = createAttempt(unitOfWork);
  const useProof = createUseProof(deps.proofKeys, clock);
  const catalogue = { profiles, connectors };
  const beginBinding = createBeginBinding({ steps, recordConsent: createRecordConsent(outbox), fingerprints, clock });
  const quoteUnbind = createQuoteUnbind({ unitOfWork, profiles, connectors, clock });
  const unbindByPlan = createUnbindByPlan({ steps, useProof, profiles, clock });
  const settleOperation = createSettleOperation({ unitOfWork, steps, jobs, profiles, clock });
  const accountHolds = createAccountHolds({ steps, profiles, clock });

  return {
    startBinding: createStartBinding({ attempt, beginBinding, catalogue, fingerprints, clock }),
    confirmBinding: createConfirmBinding({ attempt, steps, useProof, profiles, clock }),
    cancelBinding: createCancelBinding({ attempt, steps }),
    suspendBinding: createSuspendBinding({ attempt, steps, profiles, clock }),
    resumeBinding: createResumeBinding({ attempt, steps, profiles, clock }),
    quoteUnbind,
    requestUnbind: createRequestUnbind({ attempt, unitOfWork, unbindByPlan, quoteUnbind, catalogue }),
    requestRestore: createRequestRestore({ attempt, steps, useProof, profiles, clock }),
    setDefaultCard: createSetDefaultCard({ attempt, wallets, clock }),
    settleOperation,
    markOperationUnknown: createMarkOperationUnknown({ unitOfWork, steps, clock }),
    resendOperation: createResendOperation({ unitOfWork, steps }),
    lapseBinding: createLapseBinding({ unitOfWork, steps, jobs, clock }),
    compareWithProvider: createCompareWithProvider({ unitOfWork, steps, connectors, profiles }),
    reapplyHolds: createReapplyHolds({ unitOfWork, steps, profiles, clock }),
    accountHolds,
    endAccountLock: createEndAccountLock({ unitOfWork, accountHolds, clock }),
    applyProviderMessage: createApplyProviderMessage({ unitOfWork, settleOperation, jobs, onOutcome }),
    recordUsage: createRecordUsage({ unitOfWork, outbox }),
  };
}
