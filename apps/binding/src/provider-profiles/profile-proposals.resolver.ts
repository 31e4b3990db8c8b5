import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { givenId, type Clock } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import type { ProviderVersion } from '../catalogue';
import type { ConfirmProfileChange } from './confirm-profile-change';
import { ConfirmProviderProfileChangeInput } from './provider-profiles.input';
import { ConfirmProviderProfileChangeResult, ConfirmProviderProfileChangeSuccess } from './provider-profiles.result';
import { lapsedBefore, nextOf, type OpenProposals, type ProfileProposal } from './profile-proposal.rules';
import { ProviderProfileProposalConnection, ProviderProfileProposalType } from './profile-proposal.type';
import { toProposalType, toVersionType } from './provider-profiles.mapper';
import { toConfirmationProblem } from './provider-profiles.problems';

interface ProfileProposalsResolverDeps {
  readonly listCurrentVersions: () => Promise<ProviderVersion[]>;
  readonly listTheseVersions: (wanted: readonly VersionKey[]) => Promise<ProviderVersion[]>;
  readonly listProposals: (open: OpenProposals | null, page: PageRequest) => Promise<Page<ProfileProposal>>;
  readonly confirmProfileChange: ConfirmProfileChange;
  readonly clock: Clock;
}

type VersionKey = Pick<ProviderVersion, 'provider' | 'version'>;
const keyOf = ({ provider, version }: VersionKey): string => `${provider} ${version}`;

/** For operators: changes that wait for another of them. */
@Resolver(() => ProviderProfileProposalType)
export class ProfileProposalsResolver {
  constructor(private readonly deps: ProfileProposalsResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => ProviderProfileProposalConnection, {
    description: 'Changes that loosen a profile, the newest first: who proposed what, and who decided. For operators.',
  })
  async providerProfileProposals(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('open', {
      defaultValue: true,
      description: 'Only those that wait and can still be agreed with; false: all there were.',
    })
    open: boolean,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProviderProfileProposalConnection> {
    requireStaff(context, info, 'OPERATOR');
    const list = pagedById<ProfileProposal>('proposal', { name: 'providerProfileProposals', of: [open] });
    const page = list.toPageRequest(args);
    const { listCurrentVersions, listTheseVersions, listProposals, clock } = this.deps;
    const now = clock.now();
    const wanted = open ? { current: await listCurrentVersions(), after: lapsedBefore(now) } : null;
    const found = await listProposals(wanted, page);
    const next = new Map((await listTheseVersions(found.rows.map(nextOf))).map((version) => [keyOf(version), version]));
    return list.toConnection(found, (proposal) =>
      toProposalType(proposal, next.get(keyOf(nextOf(proposal))) ?? null, { locale: context.locale, now }),
    );
  }

  @Directive(staffOnly)
  @Mutation(() => ConfirmProviderProfileChangeResult, {
    description:
      'Another operator agrees with a change that loosens a profile, which puts it in force, in every process within two seconds; or either of them declines it. After fourteen days it lapses. For operators.',
  })
  async confirmProviderProfileChange(
    @Arg('input', { description: 'The proposal, and whether to agree.' }) input: ConfirmProviderProfileChangeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ConfirmProviderProfileChangeResult> {
    const viewer = requireStaff(context, info, 'OPERATOR');
    const { idempotencyKey, agree } = input;
    const proposalId = givenId('proposal', input.proposalId);
    const result = await this.deps.confirmProfileChange({ viewer, idempotencyKey, proposalId, agree });
    if (!result.ok) return toConfirmationProblem(result.error, context.locale);
    const { proposal, version } = result.value;
    return Object.assign(new ConfirmProviderProfileChangeSuccess(), {
      proposal: toProposalType(proposal, version, { locale: context.locale, now: this.deps.clock.now() }),
      providerVersion: version && toVersionType(version),
    });
  }
}
