import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import {
  ConnectionArgs,
  listOfAbout,
  pagedList,
  requireStaff,
  staffOnly,
  type RequestContext,
} from '@bindery/subgraph';
import { toTermsType, type Catalogue, type ProviderVersion } from '../catalogue';
import type { ChangeProviderProfile } from './change-provider-profile';
import { ChangeProviderProfileInput } from './provider-profiles.input';
import { ChangeProviderProfileResult, ChangeProviderProfileSuccess } from './provider-profiles.result';
import { ProviderProfileType, ProviderProfileVersionConnection } from './provider-profile.type';
import { toPreviewType, toProposalType, toVersionType } from './provider-profiles.mapper';
import { toProviderProfileProblem } from './provider-profiles.problems';

interface ProviderProfilesResolverDeps {
  readonly catalogue: Catalogue;
  readonly listCurrentVersions: () => Promise<ProviderVersion[]>;
  readonly findCurrentVersion: (code: string) => Promise<ProviderVersion | null>;
  readonly listVersions: (code: string, page: PageRequest) => Promise<Page<ProviderVersion>>;
  readonly changeProviderProfile: ChangeProviderProfile;
}

/** For operators: each field asks for the role itself, those of a profile that was reached by one of them too. */
@Resolver(() => ProviderProfileType)
export class ProviderProfilesResolver {
  constructor(private readonly deps: ProviderProfilesResolverDeps) {}

  @Directive(staffOnly)
  @Directive(listOfAbout(20))
  @Query(() => [ProviderProfileType], { description: 'What each provider can do and asks for. For operators.' })
  async providerProfiles(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProviderProfileType[]> {
    requireStaff(context, info, 'OPERATOR');
    return (await this.deps.listCurrentVersions()).flatMap((version) => this.toProfile(version, context) ?? []);
  }

  @Directive(staffOnly)
  @Query(() => ProviderProfileType, {
    nullable: true,
    description: 'What a provider can do and asks for; null where there is none of this code. For operators.',
  })
  async providerProfile(
    @Arg('code', { description: 'Code of the provider, e.g. seaside-bank.' }) code: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProviderProfileType | null> {
    requireStaff(context, info, 'OPERATOR');
    // What is no code of a provider never reaches a query.
    if (!this.deps.catalogue.profiles.has(code)) return null;
    const version = await this.deps.findCurrentVersion(code);
    return version && this.toProfile(version, context);
  }

  @FieldResolver(() => ProviderProfileVersionConnection, {
    description: 'Every version there was, the newest first: who changed what, when and why.',
  })
  async history(
    @Root() { code }: ProviderProfileType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProviderProfileVersionConnection> {
    requireStaff(context, info, 'OPERATOR');
    const list = pagedList<ProviderVersion>({
      name: 'ProviderProfile.history',
      of: [code],
      keyOf: ({ version }) => String(version),
      isKey: (key) => /^[1-9]\d{0,8}$/.test(key),
    });
    return list.toConnection(await this.deps.listVersions(code, list.toPageRequest(args)), toVersionType);
  }

  @Directive(staffOnly)
  @Mutation(() => ChangeProviderProfileResult, {
    description:
      'Puts another profile of a provider in force, in every process within two seconds; where it loosens, proposes it to another operator: confirmProviderProfileChange. With dryRun only tells whom it would meet, and whether it takes another. For operators.',
  })
  async changeProviderProfile(
    @Arg('input', { description: 'The profile, and the version it was made from.' }) input: ChangeProviderProfileInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ChangeProviderProfileResult> {
    const viewer = requireStaff(context, info, 'OPERATOR');
    // As JSON keeps it: what is compared with what is kept has no other prototype than that.
    const profile: unknown = JSON.parse(JSON.stringify(input.profile));
    const result = await this.deps.changeProviderProfile({ ...input, profile, viewer });
    if (!result.ok) return toProviderProfileProblem(result.error, context.locale);
    const { version, preview, proposal } = result.value;
    return Object.assign(new ChangeProviderProfileSuccess(), {
      dryRun: input.dryRun,
      providerVersion: toVersionType(version),
      preview: toPreviewType(preview, context.locale),
      proposal: proposal && toProposalType(proposal, null, { locale: context.locale, now: proposal.proposedAt }),
    });
  }

  /** Nothing of a provider that this version of the service does not know: a file of it has gone. */
  private toProfile(version: ProviderVersion, { locale }: RequestContext): ProviderProfileType | null {
    const profile = this.deps.catalogue.profiles.get(version.provider);
    return profile
      ? Object.assign(new ProviderProfileType(), {
          code: version.provider,
          current: toVersionType(version),
          terms: toTermsType(profile.terms, locale),
        })
      : null;
  }
}
