import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { givenId } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import type { ProviderVersion } from '../catalogue';
import type { ConfirmProfileChange } from './confirm-profile-change';
import { ConfirmProviderProfileChangeInput } from './provider-profiles.input';
import { ConfirmProviderProfileChangeResult, ConfirmProviderProfileChangeSuccess } from './provider-profiles.result';
import { stateOf, type ProfileProposal } from './profile-proposal.rules';
import { ProviderProfileProposalConnection, ProviderProfileProposalType } from './profile-proposal.type';
import { toProposalType, toVersionType } from './provider-profiles.mapper';
import { toConfirmationProblem } from './provider-profiles.problems';

interface ProfileProposalsResolverDeps {
  readonly listCurrentVersions: () => Promise<ProviderVersion[]>;
  readonly listProposals: (
    current: readonly ProviderVersion[] | null,
    page: PageRequest,
  ) => Promise<Page<ProfileProposal>>;
  readonly confirmProfileChange: ConfirmProfileChange;
}

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
    const current = await this.deps.listCurrentVersions();
    const versionOf = new Map(current.map(({ provider, version }) => [provider, version]));
    return list.toConnection(await this.deps.listProposals(open ? current : null, page), (proposal) =>
      toProposalType(proposal, stateOf(proposal, versionOf.get(proposal.provider)), context.locale),
    );
  }

  @Directive(staffOnly)
  @Mutation(() => ConfirmProviderProfileChangeResult, {
    description:
      'Another operator agrees with a change that loosens a profile, which puts it in force, in every process within two seconds; or either of them declines it. For operators.',
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
      proposal: toProposalType(proposal, stateOf(proposal, version?.version), context.locale),
      providerVersion: version && toVersionType(version),
    });
  }
}
