import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { aboutBinding, type Binding, type FactBook } from '../lifecycle';
import { isOff, nothingOffered, offersOf, type Offers } from './offers.rules';

interface LoadOffersDeps {
  readonly db: EntityManager;
  readonly facts: FactBook;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

/** What is offered for a binding; for all bindings of a request the facts are read together. */
export type LoadOffers = (context: RequestContext, binding: Binding) => Promise<Offers>;

export function createLoadOffers({ db, facts, catalogue, clock }: LoadOffersDeps): LoadOffers {
  async function readMany(bindings: readonly Binding[]): Promise<Offers[]> {
    const subjects = bindings.map(aboutBinding);
    const disputeOpen = await facts.readMany(db, 'disputeOpen', subjects);
    const slotFree = await facts.readMany(db, 'slotFree', subjects);
    const now = clock.now();
    return bindings.map((binding, index) => {
      const known = { disputeOpen: disputeOpen[index] ?? false, slotFree: slotFree[index] ?? false };
      return offersOf(binding, catalogue.profileOf(binding.provider), known, now);
    });
  }

  return async ({ loader }, binding) =>
    isOff(binding.state.phase) ? loader('offers', readMany).load(binding) : nothingOffered;
}
