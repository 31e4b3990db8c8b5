import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { AccountType } from '../recipients';
import type { ListPreferences } from './list-preferences';
import { toPreferenceType } from './preference.mapper';
import { NotificationPreferenceType } from './preference.type';

/** A field of the viewer's own account; the reference resolver lets nobody else's through. */
@Resolver(() => AccountType)
export class AccountPreferencesResolver {
  constructor(private readonly listPreferences: ListPreferences) {}

  @FieldResolver(() => [NotificationPreferenceType], {
    nullable: true,
    description: 'How the holder is told about each kind of thing; null when it cannot be read now.',
  })
  async notificationPreferences(@Ctx() context: RequestContext): Promise<NotificationPreferenceType[]> {
    const preferences = await this.listPreferences(requireViewer(context).accountId);
    return preferences.map((preference) => toPreferenceType(preference, context.locale));
  }
}
