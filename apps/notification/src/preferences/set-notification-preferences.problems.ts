import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { nameKind } from '../alerts';
import { translate } from './preferences.words';
import type { SetNotificationPreferencesError } from './set-notification-preferences';
import {
  NotificationCriticalError,
  type SetNotificationPreferencesResult,
} from './set-notification-preferences.result';

export const toPreferencesProblem = createToProblem<
  SetNotificationPreferencesError,
  typeof SetNotificationPreferencesResult
>({
  ...requestProblems,
  CRITICAL: ({ notificationKind: kind }, locale) => {
    const message = translate(locale, 'NOTIFICATION_CRITICAL', { title: nameKind(kind, locale) });
    const remedies = [{ code: 'CorrectInput' }, { code: 'ContactSupport' }] as const;
    return Object.assign(
      new NotificationCriticalError(),
      toProblem('NOTIFICATION_CRITICAL', message, remedies, locale),
      { kind },
    );
  },
});
