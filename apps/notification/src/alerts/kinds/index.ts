import type { AlertKind } from '../alert-kind.rules';
import { accountLocked } from './account-locked/account-locked';
import { accountUnlocked } from './account-unlocked/account-unlocked';
import { cardBindRefused } from './card-bind-refused/card-bind-refused';
import { cardBound } from './card-bound/card-bound';
import { cardHeld } from './card-held/card-held';
import { cardHoldLifted } from './card-hold-lifted/card-hold-lifted';
import { cardProviderSilent } from './card-provider-silent/card-provider-silent';
import { cardRemovedElsewhere } from './card-removed-elsewhere/card-removed-elsewhere';
import { cardRestoreRefused } from './card-restore-refused/card-restore-refused';
import { cardRestored } from './card-restored/card-restored';
import { cardUnbindRefused } from './card-unbind-refused/card-unbind-refused';
import { cardUnbindRequested } from './card-unbind-requested/card-unbind-requested';
import { cardUnbound } from './card-unbound/card-unbound';
import { consentRecorded } from './consent-recorded/consent-recorded';
import { defaultCardChanged } from './default-card-changed/default-card-changed';
import { newDevice } from './new-device/new-device';
import { passwordChanged } from './password-changed/password-changed';
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
  consentRecorded,
  cardBound,
  cardBindRefused,
  cardHeld,
  cardHoldLifted,
  cardUnbindRequested,
  cardUnbound,
  cardUnbindRefused,
  cardRestored,
  cardRestoreRefused,
  cardRemovedElsewhere,
  cardProviderSilent,
  defaultCardChanged,
] as const satisfies readonly AlertKind[];
