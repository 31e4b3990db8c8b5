import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { CouldBegin } from '../bind';
import type { Catalogue } from '../catalogue';
import type { FactBook } from '../lifecycle';
import { createLoadOffers } from './offers.loader';
import { BindingNextStepsResolver } from './binding-next-steps.resolver';
import { createListNextSteps } from './list-next-steps.mapper';
import { RefusedNextStepsResolver } from './refused-next-steps.resolver';

export type { LoadOffers } from './offers.loader';

export const nextStepsClasses = {
  resolvers: [BindingNextStepsResolver, RefusedNextStepsResolver],
} satisfies FeatureClasses;

interface NextStepsDeps {
  readonly catalogue: Catalogue;
  readonly facts: FactBook;
  readonly couldBegin: CouldBegin;
}

/** What is offered next, here and in verification: one answer, and nothing in it that would be refused. */
export function createNextSteps(
  { db, clock }: { readonly db: EntityManager; readonly clock: Clock },
  { catalogue, facts, couldBegin }: NextStepsDeps,
) {
  const loadOffers = createLoadOffers({ db, facts, catalogue, couldBegin, clock });
  const listNextSteps = createListNextSteps({ catalogue, loadOffers, clock });
  return {
    loadOffers,
    feature: {
      resolvers: [
        new BindingNextStepsResolver({ listNextSteps, loadOffers }),
        new RefusedNextStepsResolver(listNextSteps),
      ],
    } satisfies Feature,
  };
}
