import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { isReplaceable, type CouldBegin } from '../bind';
import type { Binding } from '../lifecycle';
import { hasToBeEntered, isPartOf, type ReadMovePlan } from '../move';
import { listSuccessorsOf, listWantedCards } from '../succession';
import { offersWhileBound, type Offers } from './offers.rules';

type Moving = Pick<Offers, 'move' | 'enter'>;

/**
 * What else becomes of cards that are bound: replaced where there is a card of plastic and nothing would refuse another; moved where they are on
 * another device than the viewer’s and its plan takes them along, and entered here where that was asked for. However many are asked for, by the same
 * few queries and one plan a device.
 */
export type ReadBoundOffers = (viewer: Viewer, bindings: readonly Binding[]) => Promise<Offers[]>;

interface ReadBoundOffersDeps {
  readonly db: EntityManager;
  readonly couldBegin: CouldBegin;
  readonly readMovePlan: ReadMovePlan;
  readonly clock: Clock;
}

export function createReadBoundOffers({ db, couldBegin, readMovePlan, clock }: ReadBoundOffersDeps): ReadBoundOffers {
  async function listMoving(viewer: Viewer, bindings: readonly Binding[]): Promise<ReadonlyMap<Id<'binding'>, Moving>> {
    const elsewhere = new Set(bindings.map(({ deviceId }) => deviceId).filter((id) => id !== viewer.deviceId));
    const moving = new Map<Id<'binding'>, Moving>();
    for (const deviceId of elsewhere) {
      const plan = await readMovePlan(db, viewer, deviceId);
      if (!plan.ok) continue;
      for (const { bindingId } of plan.value.moves.filter(isPartOf)) moving.set(bindingId, { move: true, enter: null });
      // What was asked for is not asked for again, but entered.
      if (plan.value.moves.some(hasToBeEntered))
        for (const { predecessorId, enterBy: until } of await listWantedCards(db, viewer, clock.now()))
          if (moving.has(predecessorId)) moving.set(predecessorId, { move: false, enter: { until } });
    }
    return moving;
  }

  async function listReplaceable(viewer: Viewer, bindings: readonly Binding[]): Promise<ReadonlySet<Id<'binding'>>> {
    const plastic = bindings.filter(isReplaceable);
    const ids = plastic.map(({ id }) => id);
    const followed = new Set((await listSuccessorsOf(db, ids)).map(({ predecessorId }) => predecessorId));
    const could = await couldBegin(db, viewer, plastic, 'REPLACEMENT');
    return new Set(ids.filter((id, place) => could[place] && !followed.has(id)));
  }

  return async (viewer, bindings) => {
    const replaceable = await listReplaceable(viewer, bindings);
    const moving = await listMoving(viewer, bindings);
    return bindings.map(({ id }) =>
      offersWhileBound({ replace: replaceable.has(id), ...(moving.get(id) ?? { move: false, enter: null }) }),
    );
  };
}
