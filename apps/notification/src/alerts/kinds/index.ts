import type { AlertKind } from '../alert-kind.rules';
import { accountLocked } from './account-locked/account-locked';
import { accountUnlocked } from './account-unlocked/account-unlocked';
import { cardBindRefused } from './card-bind-refused/card-bind-refused';
import { cardBound } from './card-bound/card-bound';
import { cardBoundElsewhere } from './card-bound-elsewhere/card-bound-elsewhere';
import { cardExpiring } from './card-expiring/card-expiring';
import { cardHeld } from './card-held/card-held';
import { cardHoldLifted } from './card-hold-lifted/card-hold-lifted';
import { cardMoreAsked } from './card-more-asked/card-more-asked';
import { cardNotFinished } from './card-not-finished/card-not-finished';
import { cardProviderSilent } from './card-provider-silent/card-provider-silent';
import { cardRemovedElsewhere } from './card-removed-elsewhere/card-removed-elsewhere';
import { cardReplaced } from './card-replaced/card-replaced';
import { cardRestoreRefused } from './card-restore-refused/card-restore-refused';
import { cardRestored } from './card-restored/card-restored';
import { cardUnbindRefused } from './card-unbind-refused/card-unbind-refused';
import { cardUnbindRequested } from './card-unbind-requested/card-unbind-requested';
import { cardUnbound } from './card-unbound/card-unbound';
import { cardUpdated } from './card-updated/card-updated';
import { consentRecorded } from './consent-recorded/consent-recorded';
import { consentWithdrawn } from './consent-withdrawn/consent-withdrawn';
import { defaultCardChanged } from './default-card-changed/default-card-changed';
import { caseClosed } from './case-closed/case-closed';
import { caseOpened } from './case-opened/case-opened';
import { caseOverdue } from './case-overdue/case-overdue';
import { chargedAfterUnbind } from './charged-after-unbind/charged-after-unbind';
import { disputeDecided } from './dispute-decided/dispute-decided';
import { disputeOpened } from './dispute-opened/dispute-opened';
import { emergencyReported } from './emergency-reported/emergency-reported';
import { exportReady } from './export-ready/export-ready';
import { documentExpiring } from './document-expiring/document-expiring';
import { loanEnded } from './loan-ended/loan-ended';
import { loanOpened } from './loan-opened/loan-opened';
import { newDevice } from './new-device/new-device';
import { obligationSettled } from './obligation-settled/obligation-settled';
import { passwordChanged } from './password-changed/password-changed';
import { reportedFound } from './reported-found/reported-found';
import { reportedLost } from './reported-lost/reported-lost';
import { usedWrongly } from './used-wrongly/used-wrongly';
import { welcome } from './welcome/welcome';
import { wrongCodes } from './wrong-codes/wrong-codes';

/**
 * Every kind of notification, in the order in which settings list them. A new one is a folder beside these and a line here;
 * `npm run generate` brings it into the graph. Kinds never change their meaning: clients and preferences name them.
 */
export const kinds = [
  welcome,
  newDevice,
  accountLocked,
  accountUnlocked,
  passwordChanged,
  wrongCodes,
  emergencyReported,
  reportedLost,
  reportedFound,
  consentRecorded,
  consentWithdrawn,
  loanOpened,
  loanEnded,
  cardBound,
  cardMoreAsked,
  cardBindRefused,
  cardNotFinished,
  cardHeld,
  cardHoldLifted,
  cardUnbindRequested,
  cardUnbound,
  cardUnbindRefused,
  cardRestored,
  cardRestoreRefused,
  cardReplaced,
  cardRemovedElsewhere,
  obligationSettled,
  chargedAfterUnbind,
  usedWrongly,
  cardBoundElsewhere,
  disputeOpened,
  disputeDecided,
  cardProviderSilent,
  caseOpened,
  caseOverdue,
  caseClosed,
  cardExpiring,
  documentExpiring,
  cardUpdated,
  defaultCardChanged,
  exportReady,
] as const satisfies readonly AlertKind[];
