import type { EntityManager } from 'typeorm';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { countChanges, listChanges } from '../lifecycle';
import { CardHistoryResolver } from './card-history.resolver';

export const historyClasses = { resolvers: [CardHistoryResolver] } satisfies FeatureClasses;

/** Every change of a card, for its holder. */
export const createHistory = ({ db }: { readonly db: EntityManager }) => ({
  feature: {
    resolvers: [
      new CardHistoryResolver({
        listChanges: (...of) => listChanges(db, ...of),
        countChanges: (...of) => countChanges(db, ...of),
      }),
    ],
  } satisfies Feature,
});
