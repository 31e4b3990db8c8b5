import type { EntityManager } from 'typeorm';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { listChanges } from '../lifecycle';
import { HistoryResolver } from './history.resolver';

export const historyClasses = { resolvers: [HistoryResolver] } satisfies FeatureClasses;

/** Every change of a card, for its holder. */
export const createHistory = ({ db }: { readonly db: EntityManager }) => ({
  feature: {
    resolvers: [new HistoryResolver((cardId, page) => listChanges(db, cardId, page))],
  } satisfies Feature,
});
