import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { KeySet } from '@bindery/trust';
import type { CardFingerprints } from './domain/card-fingerprint';
import type { Connectors, ProviderMessage } from './domain/ports';
import type { ProviderProfile } from './domain/provider-profile';
import { bindingJobs as jobs } from './jobs/binding-jobs';
import { createAccountHolds } from './use-cases/account-holds';
import { createApplyProviderMessage, type MessageOutcome } from './use-cases/apply-provider-message';
import { createAttempt } from './use-cases/attempt';
import { createBeginBinding } from './use-cases/begin-binding';
import { createCancelBinding } from './use-cases/cancel-binding';
import { createCompareWithProvider } from './use-cases/compare-with-provider';
import { createConfirmBinding } from './use-cases/confirm-binding';
import { createEffects } from './use-cases/effects/effects';
import { createWallets } from './use-cases/effects/wallets';
import { createEndAccountLock } from './use-cases/end-account-lock';
import { createLapseBinding } from './use-cases/lapse-binding';
import { createMarkOperationUnknown } from './use-cases/mark-operation-unknown';
import { createQuoteUnbind } from './use-cases/quote-unbind';
import { createReapplyHolds } from './use-cases/reapply-holds';
import { createRecordConsent } from './use-cases/record-consent';
import { createRecordUsage } from './use-cases/record-usage';
import { createRequestRestore } from './use-cases/request-restore';
import { createRequestUnbind } from './use-cases/request-unbind';
import { createResendOperation } from './use-cases/resend-operation';
import { createResumeBinding } from './use-cases/resume-binding';
import { createSetDefaultCard } from './use-cases/set-default-card';
import { createSettleOperation } from './use-cases/settle-operation';
import { createStartBinding } from './use-cases/start-binding';
import { createSuspendBinding } from './use-cases/suspend-binding';
import { createSteps } from './use-cases/take-step';
import { createUnbindByPlan } from './use-cases/unbind-by-plan';
import { createUseProof } from './use-cases/use-proof';

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
