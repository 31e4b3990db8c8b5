import type { EntityManager } from 'typeorm';
import type { Binding } from '../lifecycle';
import type { Disputable } from './disputes.rules';

/** What can be disputed now of each of these bindings, in their order. */
export type ReadDisputables = (
  db: EntityManager,
  bindings: readonly Pick<Binding, 'id' | 'cardId' | 'state' | 'startedAt' | 'boundAt' | 'unboundAt'>[],
) => Promise<readonly (readonly Disputable[])[]>;
