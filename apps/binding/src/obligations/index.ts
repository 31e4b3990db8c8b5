import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { listActs, listOwedWaits } from '../operations';
import type { UseProof } from '../proofs';
import type { Connectors } from '../providers';
import { BlockerOffersResolver } from './blocker-offers.resolver';
import { MoveObligationsResolver } from './move-obligations.resolver';
import { ObligationActsResolver } from './obligation-acts.resolver';
import { createLoadObligations } from './obligations.loader';
import { createToObligations } from './obligations.mapper';
import { ObligationsResolver } from './obligations.resolver';
import { createOrderAct } from './order-act';
import { createReadObligations } from './read-obligations';

export const obligationsClasses = {
  resolvers: [ObligationsResolver, BlockerOffersResolver, MoveObligationsResolver, ObligationActsResolver],
} satisfies FeatureClasses;

interface ObligationsFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

interface ObligationsDeps {
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly views: Views;
}

/** What hangs on cards at their providers, and what their holders have done about it. */
export function createObligations({ db, once, unitOfWork, clock }: ObligationsFoundation, deps: ObligationsDeps) {
  const { useProof, catalogue, connectors, views } = deps;
  const { profiles } = catalogue;
  const loadObligations = createLoadObligations(createReadObligations({ unitOfWork, profiles, connectors }));
  const orderAct = createOrderAct({ once, unitOfWork, useProof, profiles, connectors, clock });
  const mapper = createToObligations({ views, clock });
  const list = (ids: readonly Id<'binding'>[]) => listActs(db, ids);
  return {
    feature: {
      resolvers: [
        new ObligationsResolver({
          loadObligations,
          listActs: list,
          listWaits: (ids) => listOwedWaits(db, ids),
          mapper,
        }),
        new BlockerOffersResolver({ loadObligations, mapper }),
        new MoveObligationsResolver({ loadObligations, mapper, profileOf: catalogue.profileOf }),
        new ObligationActsResolver({ orderAct, listActs: list, toAct: mapper.toAct, views }),
      ],
    } satisfies Feature,
  };
}
