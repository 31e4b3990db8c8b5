import type { EntityManager } from 'typeorm';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { LoadOffers } from '../next-steps';
import { listLastOperations } from '../operations';
import { BindingRefusalResolver } from './binding-refusal.resolver';

export const refusalsClasses = { resolvers: [BindingRefusalResolver] } satisfies FeatureClasses;

/** What providers have refused, for holders. */
export const createRefusals = (
  { db }: { readonly db: EntityManager },
  { loadOffers }: { readonly loadOffers: LoadOffers },
) => ({
  feature: {
    resolvers: [new BindingRefusalResolver({ listLastOperations: (ids) => listLastOperations(db, ids), loadOffers })],
  } satisfies Feature,
});
