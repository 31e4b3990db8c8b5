import type { Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy } from '../../cards';
import type { ProviderProfile } from '../../catalogue';
import { desiredView, shownStatus, type ProviderView } from './compare-with-provider.rules';
import { BindingProviderViewType } from './provider-view.type';

interface ProviderViewResolverDeps {
  readonly listViews: (ids: readonly Id<'binding'>[]) => Promise<ProviderView[]>;
  readonly profileOf: (provider: string) => ProviderProfile;
}

@Resolver(() => BindingType)
export class ProviderViewResolver {
  constructor(private readonly deps: ProviderViewResolverDeps) {}

  @FieldResolver(() => BindingProviderViewType, {
    description: 'How the card should stand at its provider and how it does; what is under way there says `sync`.',
  })
  async providerView(
    @Root() { source }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingProviderViewType> {
    const batch = groupedBy(this.deps.listViews, ({ bindingId }) => bindingId);
    const [view] = await context.loader('provider views', batch).load(source.id);
    const suspendsNatively = this.deps.profileOf(source.provider).suspend.mode === 'NATIVE';
    return Object.assign(new BindingProviderViewType(), {
      desired: desiredView(source.state, suspendsNatively),
      observed: shownStatus(source.state, view?.observed ?? null),
      observedAt: view?.observedAt ?? null,
      nextLookAt: view?.nextCompareAt ?? null,
    });
  }
}
