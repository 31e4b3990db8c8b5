import { idempotencyKeyReused, requireViewer, toProblem, type RequestContext } from '@bindery/subgraph';
import { createTranslator, type Locale } from '@bindery/localisation';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ListPreferences } from './list-preferences';
import type {
  SetNotificationPreferences,
  SetNotificationPreferencesError,
} from './set-notification-preferences';
import { nameKind } from '../templates/kind-names.words';
import { problemWords } from './preferences.words';
import { toPreferenceType } from './preference.mapper';
import { SetNotificationPreferencesInput } from './set-notification-preferences.input';
import {
  NotificationCriticalError,
  SetNotificationPreferencesResult,
  SetNotificationPreferencesSuccess,
} from './set-notification-preferences.result';

const translate = createTranslator(problemWords);

type ErrorOf<Kind extends SetNotificationPreferencesError['kind']> = Extract<
  SetNotificationPreferencesError,
  { kind: Kind }
>;

const refusals: {
  [Kind in SetNotificationPreferencesError['kind']]: (
    error: ErrorOf<Kind>,
    locale: Locale,
  ) => typeof SetNotificationPreferencesResult;
} = {
  CRITICAL: ({ notificationKind: kind }, locale) => {
    const message = translate(locale, 'NOTIFICATION_CRITICAL', { title: nameKind(kind, locale) });
    return Object.assign(
      new NotificationCriticalError(),
      toProblem('NOTIFICATION_CRITICAL', message, [{ code: 'CorrectInput' }, { code: 'ContactSupport' }], locale),
      { kind },
    );
  },
  IDEMPOTENCY_KEY_REUSED: (_error, locale) => idempotencyKeyReused(locale),
};

const toRefusal = <Kind extends SetNotificationPreferencesError['kind']>(
  error: ErrorOf<Kind> & { kind: Kind },
  locale: Locale,
) => refusals[error.kind](error, locale);

export interface SetNotificationPreferencesResolverDeps {
  readonly setNotificationPreferences: SetNotificationPreferences;
  readonly listPreferences: ListPreferences;
}

@Resolver()
export class SetNotificationPreferencesResolver {
  constructor(private readonly deps: SetNotificationPreferencesResolverDeps) {}

  @Mutation(() => SetNotificationPreferencesResult, {
    description: 'Keeps how the viewer wants to be told; alerts about safety stay on.',
  })
  async setNotificationPreferences(
    @Arg('input', { description: 'What to change.' }) { idempotencyKey, preferences }: SetNotificationPreferencesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetNotificationPreferencesResult> {
    const { accountId } = requireViewer(context);
    const choices = preferences.map(({ kind, channel, enabled }) => ({ kind, channel, enabled }));
    const kept = await this.deps.setNotificationPreferences({ accountId, idempotencyKey, choices });
    if (!kept.ok) return toRefusal(kept.error, context.locale);
    const now = await this.deps.listPreferences(accountId);
    return Object.assign(new SetNotificationPreferencesSuccess(), {
      preferences: now.map((preference) => toPreferenceType(preference, context.locale)),
    });
  }
}
