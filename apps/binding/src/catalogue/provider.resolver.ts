import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
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
      throw new GraphQLError('locale is zh-CN or en.', { extensions: { code: 'BAD_USER_INPUT' } });
    return (provider as NamedProvider).names[wanted ?? locale];
  }
}
