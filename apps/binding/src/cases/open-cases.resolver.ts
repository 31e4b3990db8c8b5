import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, Info, Query, Resolver } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedList, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import { isClosedByPeople, isQueueKey, queueKey, type CaseOperation, type QueuedCase } from './cases.rules';
import { OpenCaseConnection, OpenCaseOperationType, OpenCaseType } from './open-case.type';

interface OpenCasesResolverDeps {
  readonly listQueuedCases: (agentId: Id<'account'>, page: PageRequest) => Promise<Page<QueuedCase>>;
  /** What was asked for about these bindings and has not ended, the oldest first. */
  readonly listOperations: (ids: readonly Id<'binding'>[]) => Promise<CaseOperation[]>;
  /** What a provider is called. */
  readonly nameOf: (provider: string) => InBothLanguages;
}

const list = pagedList<QueuedCase>({ name: 'Query.openCases', of: [], keyOf: queueKey, isKey: isQueueKey });

/** For our own people, who see what to look into and nothing else of the account: the field asks for the role itself. */
@Resolver()
export class OpenCasesResolver {
  constructor(private readonly deps: OpenCasesResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => OpenCaseConnection, {
    description:
      'What people have to look into, by the time that was promised first: overdue ones first, nothing of one’s own. For support.',
  })
  async openCases(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OpenCaseConnection> {
    const { accountId } = requireStaff(context, info, 'AGENT');
    const page = await this.deps.listQueuedCases(accountId, list.toPageRequest(args));
    const operations = await this.deps.listOperations(page.rows.map(({ bindingId }) => bindingId));
    const operationsOf = (id: Id<'binding'>) => operations.filter(({ bindingId }) => bindingId === id);
    return list.toConnection(page, (row) =>
      Object.assign(new OpenCaseType(), {
        ...row,
        providerName: this.deps.nameOf(row.provider)[context.locale],
        operations: operationsOf(row.bindingId).map((one) => Object.assign(new OpenCaseOperationType(), one)),
        endsByItself: !isClosedByPeople(row.about),
      }),
    );
  }
}
