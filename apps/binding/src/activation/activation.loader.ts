import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@bindery/subgraph';
import type { Phase } from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import type { Binding } from '../lifecycle';
import { listAwaitingHolder } from '../operations';
import { standingOf, type StandingActivation } from './activation.rules';

/** What a provider waits for its holder to do, and until when; null where it waits for nothing or does not say. All bindings of a request are read together. */
export type LoadActivation = (context: RequestContext, binding: Binding) => Promise<StandingActivation | null>;

/** Phases in which a provider waits; in others nobody is asked what for. */
const waitingPhases: readonly Phase[] = ['BINDING', 'AWAITING_ACTIVATION', 'RESTORING'];

export function createLoadActivation(db: EntityManager): LoadActivation {
  async function readMany(bindings: readonly Binding[]): Promise<(StandingActivation | null)[]> {
    const awaiting = await listAwaitingHolder(
      db,
      bindings.map(({ id }) => id),
    );
    const known = new Map<Id<'binding'>, (typeof awaiting)[number]>(awaiting.map((one) => [one.bindingId, one]));
    return bindings.map(({ id, deadline }) => {
      const activation = known.get(id)?.activation;
      return activation ? standingOf(activation, deadline) : null;
    });
  }

  return async ({ loader }, binding) =>
    waitingPhases.includes(binding.state.phase) ? loader('activations', readMany).load(binding) : null;
}
