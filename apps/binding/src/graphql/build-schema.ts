import { buildSubgraph, type Subgraph } from '@bindery/subgraph';
import { AccountResolver } from './account.resolver';
import { BindResolver } from './bind.resolver';
import { BindingResolver } from './binding.resolver';
import { CardResolver } from './card.resolver';
import { DefaultCardResolver } from './default-card.resolver';
import { AccountType } from './foreign.types';
import { HoldResolver } from './hold.resolver';
import { ProviderResolver } from './provider.resolver';
import { RestoreResolver } from './restore.resolver';
import { StartBindingResolver } from './start-binding.resolver';
import { unbindEffectTypes } from './unbind-effect.types';
import { UnbindResolver } from './unbind.resolver';

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
