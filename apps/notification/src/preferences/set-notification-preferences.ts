import { err, invalidField, ok, type Clock, type Result, type Id } from '@bindery/kernel';
import type { Once, OnceRefusal } from '@bindery/persistence';
import type { NotificationKind } from '../alerts';
import { saveChoices } from './preference.repository';
import { findForbiddenChoice, type PreferenceChoice } from './preference.rules';

export interface SetNotificationPreferencesCommand {
  readonly accountId: Id<'account'>;
  readonly idempotencyKey: string;
  readonly choices: readonly PreferenceChoice[];
}

export type SetNotificationPreferencesError =
  { readonly kind: 'CRITICAL'; readonly notificationKind: NotificationKind } | OnceRefusal;

/** Keeps what a holder wants to be told; refuses as a whole if it would silence an alert (requirement 39). */
export type SetNotificationPreferences = (
  command: SetNotificationPreferencesCommand,
) => Promise<Result<null, SetNotificationPreferencesError>>;

/** A page of settings has fewer; more is no person’s doing. */
const choicesMax = 100;

export function createSetNotificationPreferences({
  once,
  clock,
}: {
  readonly once: Once;
  readonly clock: Clock;
}): SetNotificationPreferences {
  return async ({ accountId, idempotencyKey, choices }) => {
    if (choices.length < 1 || choices.length > choicesMax)
      return err(invalidField('preferences', 'TOO_MANY', choicesMax));
    const forbidden = findForbiddenChoice(choices);
    if (forbidden) return err({ kind: 'CRITICAL', notificationKind: forbidden.kind });
    const operation = 'setNotificationPreferences';
    return once({ owner: accountId, operation, idempotencyKey, request: choices }, async (tx) => {
      await saveChoices(tx, accountId, choices, clock.now());
      return ok(null);
    });
  };
}
