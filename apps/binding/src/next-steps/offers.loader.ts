import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Viewer } from '@bindery/trust';
import type { CouldBegin } from '../bind';
import type { Catalogue } from '../catalogue';
import { aboutBinding, type Binding, type FactBook } from '../lifecycle';
import { isOff, nothingOffered, offersOf, type Offers } from './offers.rules';

interface LoadOffersDeps {
  readonly db: EntityManager;
  readonly facts: FactBook;
  readonly catalogue: Catalogue;
  readonly couldBegin: CouldBegin;
  readonly clock: Clock;
}

/** What is offered for a binding; for all bindings of a request the facts are read together. */
export type LoadOffers = (context: RequestContext, binding: Binding) => Promise<Offers>;

export function createLoadOffers({ db, facts, catalogue, couldBegin, clock }: LoadOffersDeps): LoadOffers {
  async function readMany(viewer: Viewer | null, bindings: readonly Binding[]): Promise<Offers[]> {
    const subjects = bindings.map(aboutBinding);
    const disputeOpen = await facts.readMany(db, 'disputeOpen', subjects);
    const slotFree = await facts.readMany(db, 'slotFree', subjects);
    const couldBind = viewer ? await couldBegin(db, viewer, bindings) : [];
    const now = clock.now();
    return bindings.map((binding, index) => {
      const known = {
        disputeOpen: disputeOpen[index] ?? false,
        slotFree: slotFree[index] ?? false,
        couldBind: couldBind[index] ?? false,
      };
      return offersOf(binding, catalogue.profileOf(binding.provider), known, now);
    });
  }

  return async ({ loader, viewer }, binding) =>
    isOff(binding.state.phase)
      ? loader('offers', (bindings: readonly Binding[]) => readMany(viewer, bindings)).load(binding)
      : nothingOffered;
}
