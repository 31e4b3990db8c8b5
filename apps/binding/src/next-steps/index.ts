import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createLoadActivation } from '../activation';
import type { CouldBegin, HasRoom } from '../bind';
import type { Catalogue } from '../catalogue';
import { listCardsById, type FactBook } from '../lifecycle';
import type { ReadMovePlan } from '../move';
import { createLoadOffers } from './offers.loader';
import { createReadBoundOffers } from './read-bound-offers';
import { BindingNextStepsResolver } from './binding-next-steps.resolver';
import { createListNextSteps } from './list-next-steps.mapper';
import { CardMoveOfferResolver } from './card-move-offer.resolver';
import { createOfferRebind } from './rebind-offer.mapper';
import { RebindOfferResolver } from './rebind-offer.resolver';
import { RefusedNextStepsResolver } from './refused-next-steps.resolver';

export type { ListNextSteps } from './list-next-steps.mapper';
export { BindingNextStepType } from './next-step.type';
export { toNextStepType } from './next-steps.mapper';
export type { LoadOffers } from './offers.loader';

export const nextStepsClasses = {
  resolvers: [RebindOfferResolver, CardMoveOfferResolver, BindingNextStepsResolver, RefusedNextStepsResolver],
} satisfies FeatureClasses;

interface NextStepsDeps {
  readonly catalogue: Catalogue;
  readonly facts: FactBook;
  readonly couldBegin: CouldBegin;
  readonly hasRoom: HasRoom;
  readonly readMovePlan: ReadMovePlan;
}

/** What is offered next, here and in verification: one answer, and nothing in it that would be refused. */
export function createNextSteps(
  { db, clock }: { readonly db: EntityManager; readonly clock: Clock },
  { catalogue, facts, couldBegin, hasRoom, readMovePlan }: NextStepsDeps,
) {
  const loadOffers = createLoadOffers({
    db,
    facts,
    catalogue,
    couldBegin,
    hasRoom,
    readBoundOffers: createReadBoundOffers({ db, couldBegin, readMovePlan, clock }),
    loadActivation: createLoadActivation(db),
    clock,
  });
  const listNextSteps = createListNextSteps({ catalogue, loadOffers, clock });
  const offerRebind = createOfferRebind({ listCardsById: (ids) => listCardsById(db, ids), catalogue });
  return {
    loadOffers,
    listNextSteps,
    feature: {
      resolvers: [
        new BindingNextStepsResolver({ listNextSteps, loadOffers }),
        new RebindOfferResolver({ loadOffers, offerRebind }),
        new CardMoveOfferResolver({ offerRebind }),
        new RefusedNextStepsResolver(listNextSteps),
      ],
    } satisfies Feature,
  };
}
