import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { argumentError, type RequestContext } from '@bindery/subgraph';
import { isLocale } from '@bindery/localisation';
import type { ProviderProfile } from './provider-profile.rules';
import { toProviderType, type NamedProvider } from './provider.mapper';
import { ProviderType } from './provider.type';

@Resolver(() => ProviderType)
export class ProviderResolver {
  constructor(private readonly profiles: ReadonlyMap<string, ProviderProfile>) {}

  @Query(() => [ProviderType], { description: 'Everybody whose cards can be bound.' })
  providers(@Ctx() { locale }: RequestContext): ProviderType[] {
    return [...this.profiles.values()].map((profile) => toProviderType(profile, locale));
  }

  @FieldResolver(() => String, { description: 'Its name.' })
  name(
    @Root() provider: ProviderType,
    @Arg('locale', () => String, { nullable: true, description: 'Language, zh-CN or en; the caller’s if left out.' })
    wanted: string | null | undefined,
    @Ctx() { locale }: RequestContext,
  ): string {
    if (wanted != null && !isLocale(wanted))
      throw argumentError({ en: 'locale is zh-CN or en.', 'zh-CN': 'locale 只能是 zh-CN 或 en。' });
    return (provider as NamedProvider).names[wanted ?? locale];
  }
}
