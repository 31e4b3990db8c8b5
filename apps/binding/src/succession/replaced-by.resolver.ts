import type { Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, type Views } from '../cards';

interface SuccessionOf {
  readonly predecessorId: Id<'binding'>;
  readonly successorId: Id<'binding'>;
}

interface ReplacedByResolverDeps {
  readonly listSuccessorsOf: (ids: readonly Id<'binding'>[]) => Promise<readonly SuccessionOf[]>;
  readonly views: Views;
}

@Resolver(() => BindingType)
export class ReplacedByResolver {
  constructor(private readonly deps: ReplacedByResolverDeps) {}

  @FieldResolver(() => BindingType, {
    nullable: true,
    description: 'The binding that takes its place, or has taken it, after a replacement or a move; null if none does.',
  })
  async successor(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<BindingType | null> {
    const load = async (ids: readonly Id<'binding'>[]) => {
      const found = await this.deps.listSuccessorsOf(ids);
      return ids.map((one) => found.find(({ predecessorId }) => predecessorId === one)?.successorId ?? null);
    };
    const successorId = await context.loader<Id<'binding'>, Id<'binding'> | null>('successor', load).load(id);
    return successorId === null ? null : this.deps.views.binding(context, successorId);
  }
}
