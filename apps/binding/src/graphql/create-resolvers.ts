import { AccountResolver, type AccountResolverDeps } from '../cards/account.resolver';
import { BindResolver, type BindResolverDeps } from '../bind/confirm-binding.resolver';
import { BindingResolver } from '../cards/binding.resolver';
import { CardResolver, type CardResolverDeps } from '../cards/card.resolver';
import { DefaultCardResolver, type DefaultCardResolverDeps } from '../default-card/default-card.resolver';
import { HoldResolver, type HoldResolverDeps } from '../holds/holds.resolver';
import { createMutationAnswers } from '../cards/mutation-answers.mapper';
import { ProviderResolver } from '../catalogue/provider.resolver';
import { RestoreResolver, type RestoreResolverDeps } from '../restore/restore.resolver';
import { StartBindingResolver, type StartBindingResolverDeps } from '../bind/start-binding.resolver';
import { UnbindResolver, type UnbindResolverDeps } from '../unbind/unbind.resolver';
import { createViews, type ViewsDeps } from '../cards/views.mapper';

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
