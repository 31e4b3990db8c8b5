import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import { addDays, countChanges, listChanges, listRecentChanges } from '../lifecycle';
import { CardHistoryResolver } from './card-history.resolver';
import { suspectDays, suspectFacts, suspectMax } from './history.rules';
import { RecentChangesResolver } from './recent-changes.resolver';

export const historyClasses = { resolvers: [CardHistoryResolver, RecentChangesResolver] } satisfies FeatureClasses;

/** Every change of a card, for its holder. */
export const createHistory = ({ db, clock }: { readonly db: EntityManager; readonly clock: Clock }, views: Views) => ({
  feature: {
    resolvers: [
      new CardHistoryResolver({
        listChanges: (...of) => listChanges(db, ...of),
        countChanges: (...of) => countChanges(db, ...of),
      }),
      new RecentChangesResolver({
        listRecentChanges: (accountId) =>
          listRecentChanges(db, accountId, {
            since: addDays(clock.now(), -suspectDays),
            facts: suspectFacts,
            limit: suspectMax,
          }),
        views,
      }),
    ],
  } satisfies Feature,
});
