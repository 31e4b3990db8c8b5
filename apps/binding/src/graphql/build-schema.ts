import { buildSubgraph, type Subgraph } from '@bindery/subgraph';
import { AccountResolver } from '../cards/account.resolver';
import { BindResolver } from '../bind/confirm-binding.resolver';
import { BindingResolver } from '../cards/binding.resolver';
import { CardResolver } from '../cards/card.resolver';
import { DefaultCardResolver } from '../default-card/default-card.resolver';
import { AccountType } from '../cards/foreign.type';
import { HoldResolver } from '../holds/holds.resolver';
import { ProviderResolver } from '../catalogue/provider.resolver';
import { RestoreResolver } from '../restore/restore.resolver';
import { StartBindingResolver } from '../bind/start-binding.resolver';
import { unbindEffectTypes } from '../unbind/unbind-effect.type';
import { UnbindResolver } from '../unbind/unbind.resolver';

/** The subgraph of this service. Without instances it can be printed, not asked. */
export function buildBindingSubgraph(instances: ReadonlyMap<unknown, object> = new Map()): Subgraph {
  /** The resolver that answers references to the entity it is about. */
  function instanceOf<T>(resolver: new (...args: never[]) => T): T {
    const instance = instances.get(resolver);
    if (!(instance instanceof resolver)) throw new Error(`the composition root made no ${resolver.name}`);
    return instance;
  }
  return buildSubgraph({
    resolvers: [
      AccountResolver,
      CardResolver,
      BindingResolver,
      ProviderResolver,
      StartBindingResolver,
      BindResolver,
      HoldResolver,
      UnbindResolver,
      RestoreResolver,
      DefaultCardResolver,
    ],
    orphanedTypes: [AccountType, ...unbindEffectTypes],
    instances,
    references: {
      Account: (reference, context) => instanceOf(AccountResolver).reference(reference, context),
      Card: (reference, context) => instanceOf(CardResolver).reference(reference, context),
      Binding: (reference, context) => instanceOf(BindingResolver).reference(reference, context),
    },
  });
}
