import { err, ok, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { NotificationKind } from '../alerts/notification-kind.rules';
import { findForbiddenChoice, type PreferenceChoice } from './preference.rules';
import { saveChoices } from './preference.repository';

export interface SetNotificationPreferencesCommand {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly choices: readonly PreferenceChoice[];
}

export type SetNotificationPreferencesError =
  { readonly kind: 'CRITICAL'; readonly notificationKind: NotificationKind } | IdempotencyKeyReused;

/** Keeps how an account wants to be told. One choice that would silence an alert, and none is kept (requirement 39). */
export type SetNotificationPreferences = (
  command: SetNotificationPreferencesCommand,
) => Promise<Result<null, SetNotificationPreferencesError>>;

export function createSetNotificationPreferences({
  unitOfWork,
}: {
  unitOfWork: UnitOfWork;
}): SetNotificationPreferences {
  return async ({ accountId, idempotencyKey, choices }) => {
    const forbidden = findForbiddenChoice(choices);
    if (forbidden) return err({ kind: 'CRITICAL', notificationKind: forbidden.kind });
    return unitOfWork.run((tx) =>
      onceOnly(
        tx,
        { owner: accountId, operation: 'setNotificationPreferences', key: idempotencyKey, request: choices },
        async () => {
          await saveChoices(tx, accountId, choices);
          return ok(null);
        },
      ),
    );
  };
}
