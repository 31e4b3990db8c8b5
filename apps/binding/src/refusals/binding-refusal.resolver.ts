import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType } from '../cards';
import type { LoadOffers } from '../next-steps';
import { toRefusalType } from './refusal.mapper';
import { refusalRemedies, standingRefusal, type EndedOperation } from './refusal.rules';
import { BindingRefusalType } from './refusal.type';

interface BindingRefusalResolverDeps {
  /** The last operation of each kind, of each of these bindings. */
  readonly listLastOperations: (
    ids: readonly Id<'binding'>[],
  ) => Promise<readonly (EndedOperation & { readonly bindingId: Id<'binding'> })[]>;
  readonly loadOffers: LoadOffers;
}

@Resolver(() => BindingType)
export class BindingRefusalResolver {
  constructor(private readonly deps: BindingRefusalResolverDeps) {}

  @FieldResolver(() => BindingRefusalType, {
    nullable: true,
    description:
      'What the provider refused last, with the cause; null when it refused nothing, or something has followed it.',
  })
  async lastRefusal(
    @Root() { source }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingRefusalType | null> {
    const { listLastOperations, loadOffers } = this.deps;
    const load = async (ids: readonly Id<'binding'>[]) => {
      const asked = await listLastOperations(ids);
      return ids.map((id) => asked.filter(({ bindingId }) => bindingId === id));
    };
    const asked = await context.loader<Id<'binding'>, EndedOperation[]>('last operations', load).load(source.id);
    const refusal = standingRefusal(source, asked);
    if (!refusal) return null;
    const remedies = refusalRemedies(refusal, await loadOffers(context, source), source.state.holds);
    return toRefusalType(refusal, remedies, context.locale);
  }
}
