import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { FactBook } from '../lifecycle';
import { createLoadOffers } from './offers.loader';
import { BindingNextStepsResolver } from './binding-next-steps.resolver';

export const nextStepsClasses = { resolvers: [BindingNextStepsResolver] } satisfies FeatureClasses;

/** What is offered next, here and in verification: one answer, and nothing in it that would be refused. */
export function createNextSteps(
  { db, clock }: { readonly db: EntityManager; readonly clock: Clock },
  { catalogue, facts }: { readonly catalogue: Catalogue; readonly facts: FactBook },
) {
  const loadOffers = createLoadOffers({ db, facts, catalogue, clock });
  return { feature: { resolvers: [new BindingNextStepsResolver({ catalogue, loadOffers })] } satisfies Feature };
}
