import { AccountResolver, type AccountResolverDeps } from './account.resolver';
import { BindResolver, type BindResolverDeps } from './bind.resolver';
import { BindingResolver } from './binding.resolver';
import { CardResolver, type CardResolverDeps } from './card.resolver';
import { DefaultCardResolver, type DefaultCardResolverDeps } from './default-card.resolver';
import { HoldResolver, type HoldResolverDeps } from './hold.resolver';
import { createMutationAnswers } from './mutation-answers';
import { ProviderResolver } from './provider.resolver';
import { RestoreResolver, type RestoreResolverDeps } from './restore.resolver';
import { StartBindingResolver, type StartBindingResolverDeps } from './start-binding.resolver';
import { UnbindResolver, type UnbindResolverDeps } from './unbind.resolver';
import { createViews, type ViewsDeps } from './views';

type Commands = BindResolverDeps &
  DefaultCardResolverDeps &
  HoldResolverDeps &
  RestoreResolverDeps &
  StartBindingResolverDeps &
  UnbindResolverDeps;

type ResolversDeps = ViewsDeps & AccountResolverDeps & CardResolverDeps & Commands;

/** Every resolver with what it calls: class → instance. */
export function createResolvers(deps: Omit<ResolversDeps, 'views' | 'answers'>): ReadonlyMap<unknown, object> {
  const views = createViews(deps);
  const answers = createMutationAnswers(views);
  const all = { ...deps, views, answers };
  return new Map<unknown, object>([
    [AccountResolver, new AccountResolver(all)],
    [CardResolver, new CardResolver(all)],
    [BindingResolver, new BindingResolver(views)],
    [ProviderResolver, new ProviderResolver(deps.profiles)],
    [StartBindingResolver, new StartBindingResolver(all)],
    [BindResolver, new BindResolver(all)],
    [HoldResolver, new HoldResolver(all)],
    [UnbindResolver, new UnbindResolver(all)],
    [RestoreResolver, new RestoreResolver(all)],
    [DefaultCardResolver, new DefaultCardResolver(all)],
  ]);
}
