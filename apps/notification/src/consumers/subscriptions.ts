import type { EventHandlers, SqlSession } from '@bindery/messaging';
import type { AlertedFact } from '../alerts/alert-table.rules';
import type { KeepContactPoint } from '../deliveries/add-contact-point';
import type { Notify } from '../alerts/notify';
import { onAccountLocked } from './on-account-locked';
import { onAccountRegistered } from './on-account-registered';
import { onAccountUnlocked } from './on-account-unlocked';
import { onBindRefused } from './on-bind-refused';
import { onBound } from './on-bound';
import { onChallengeExhausted } from './on-challenge-exhausted';
import { onConsentRecorded } from './on-consent-recorded';
import { onContactPointConfirmed } from '../deliveries/on-contact-point-confirmed.consumer';
import { onDeclined } from './on-declined';
import { onDefaultChanged } from './on-default-changed';
import { onHeld } from './on-held';
import { onHoldLifted } from './on-hold-lifted';
import { onPasswordChanged } from './on-password-changed';
import { onRemovedElsewhere } from './on-removed-elsewhere';
import { onRestoreRefused } from './on-restore-refused';
import { onRestored } from './on-restored';
import { onSessionStarted } from './on-session-started';
import { onUnbindRefused } from './on-unbind-refused';
import { onUnbindRequested } from './on-unbind-requested';
import { onUnbound } from './on-unbound';

/** Every fact that an account is told about, and what else notification has to know. */
type Subscribed = AlertedFact | 'bindery.account.contact-point-confirmed.v1';
export type Subscriptions = Required<Pick<EventHandlers<SqlSession>, Subscribed>>;

export const createSubscriptions = (notify: Notify, keepContactPoint: KeepContactPoint): Subscriptions => ({
  'bindery.account.registered.v1': onAccountRegistered(notify),
  'bindery.account.contact-point-confirmed.v1': onContactPointConfirmed(keepContactPoint),
  'bindery.account.session-started.v1': onSessionStarted(notify),
  'bindery.account.locked.v1': onAccountLocked(notify),
  'bindery.account.unlocked.v1': onAccountUnlocked(notify),
  'bindery.account.password-changed.v1': onPasswordChanged(notify),
  'bindery.challenge.exhausted.v1': onChallengeExhausted(notify),
  'bindery.consent.recorded.v1': onConsentRecorded(notify),
  'bindery.binding.bound.v1': onBound(notify),
  'bindery.binding.bind-refused.v1': onBindRefused(notify),
  'bindery.binding.declined.v1': onDeclined(notify),
  'bindery.binding.held.v1': onHeld(notify),
  'bindery.binding.hold-lifted.v1': onHoldLifted(notify),
  'bindery.binding.unbind-requested.v1': onUnbindRequested(notify),
  'bindery.binding.unbound.v1': onUnbound(notify),
  'bindery.binding.unbind-refused.v1': onUnbindRefused(notify),
  'bindery.binding.restored.v1': onRestored(notify),
  'bindery.binding.restore-refused.v1': onRestoreRefused(notify),
  'bindery.binding.removed-elsewhere.v1': onRemovedElsewhere(notify),
  'bindery.wallet.default-changed.v1': onDefaultChanged(notify),
});
