import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountPreferencesResolver } from './account-preferences.resolver';
import { createListPreferences } from './list-preferences';
import { PreferenceRow } from './preference.entity';
import { createSetNotificationPreferences } from './set-notification-preferences';
import { SetNotificationPreferencesResolver } from './set-notification-preferences.resolver';

export { listChoices } from './preference.repository';
export { isEnabled, type PreferenceChoice } from './preference.rules';

export const preferencesClasses = {
  resolvers: [AccountPreferencesResolver, SetNotificationPreferencesResolver],
  entities: [PreferenceRow],
} satisfies FeatureClasses;

/** How a holder wants to be told about each kind of thing. */
export function createPreferences({ db, once, clock }: Foundation) {
  const listPreferences = createListPreferences(db);
  const setNotificationPreferences = createSetNotificationPreferences({ once, clock });
  const feature: Feature = {
    resolvers: [
      new AccountPreferencesResolver(listPreferences),
      new SetNotificationPreferencesResolver({ setNotificationPreferences, listPreferences }),
    ],
  };
  return { feature };
}
