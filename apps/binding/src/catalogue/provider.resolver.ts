import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { argumentError, type RequestContext } from '@bindery/subgraph';
import { isWellFormed } from '@bindery/kernel';
import { isLocale } from '@bindery/localisation';
import type { ProviderProfile } from './provider-profile.rules';
import { toProviderType, toTermsType, type NamedProvider } from './provider.mapper';
import { ProviderTermsType, ProviderType } from './provider.type';

/** The words of a version of a provider's terms, also of one that is not in force any more. */
export type FindTerms = (provider: string, version: string) => Promise<ProviderProfile['terms'] | null>;

@Resolver(() => ProviderType)
export class ProviderResolver {
  constructor(
    private readonly profiles: ReadonlyMap<string, ProviderProfile>,
    private readonly findTerms: FindTerms,
  ) {}

  @Query(() => [ProviderType], { description: 'Everybody whose cards can be bound.' })
  providers(@Ctx() { locale }: RequestContext): ProviderType[] {
    return [...this.profiles.values()].map((profile) => toProviderType(profile, locale));
  }

  @Query(() => ProviderType, { nullable: true, description: 'One of them; null when there is none of this code.' })
  provider(
    @Arg('code', { description: 'Its code, e.g. cloudgate.' }) code: string,
    @Ctx() { locale }: RequestContext,
  ): ProviderType | null {
    const profile = this.profiles.get(code);
    return profile ? toProviderType(profile, locale) : null;
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

  @FieldResolver(() => ProviderTermsType, {
    nullable: true,
    description:
      'The terms of a version as they were, also of one that is not in force any more; null if there was none.',
  })
  async termsOfVersion(
    @Root() { code }: ProviderType,
    @Arg('version', { description: 'Version of the terms, as a consent has it, e.g. 2026-01.' }) version: string,
    @Ctx() { locale }: RequestContext,
  ): Promise<ProviderTermsType | null> {
    const terms = isWellFormed(version) ? await this.findTerms(code, version) : null;
    return terms && toTermsType(terms, locale);
  }
}
