import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, Info, Query, Resolver } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import type { StrangerCase } from './unknown-credential.rules';
import { UnknownCredentialConnection, UnknownCredentialType } from './unknown-credential.type';

interface UnknownCredentialsResolverDeps {
  readonly listStrangerCases: (page: PageRequest) => Promise<Page<StrangerCase>>;
}

/** For operators: the field asks for the role itself. */
@Resolver()
export class UnknownCredentialsResolver {
  constructor(private readonly deps: UnknownCredentialsResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => UnknownCredentialConnection, {
    description:
      'Credentials that providers list and nobody knows here, as far as they are no orphans of ours, which are taken off by themselves. For operators.',
  })
  async unknownCredentials(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnknownCredentialConnection> {
    requireStaff(context, info, 'OPERATOR');
    const list = pagedById<StrangerCase>('case', { name: 'Query.unknownCredentials', of: [] });
    const page = await this.deps.listStrangerCases(list.toPageRequest(args));
    return list.toConnection(page, (row) => Object.assign(new UnknownCredentialType(), row));
  }
}
