import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ListPreferences } from './list-preferences';
import type { SetNotificationPreferences } from './set-notification-preferences';
import { toPreferenceType } from './preference.mapper';
import { SetNotificationPreferencesInput } from './set-notification-preferences.input';
import { toPreferencesProblem } from './set-notification-preferences.problems';
import {
  SetNotificationPreferencesResult,
  SetNotificationPreferencesSuccess,
} from './set-notification-preferences.result';

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
    if (!kept.ok) return toPreferencesProblem(kept.error, context.locale);
    const now = await this.deps.listPreferences(accountId);
    return Object.assign(new SetNotificationPreferencesSuccess(), {
      preferences: now.map((preference) => toPreferenceType(preference, context.locale)),
    });
  }
}
