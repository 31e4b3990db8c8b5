import type { DataSource } from 'typeorm';
import { createFindBindings } from './queries/find-bindings';
import { createFindBindingsOfCards } from './queries/find-bindings-of-cards';
import { createFindCards } from './queries/find-cards';
import { createFindDefaultCard } from './queries/find-default-card';
import { createFindReceipts } from './queries/find-receipts';
import { createListCards } from './queries/list-cards';
import { createListChanges } from './queries/list-changes';
import { createListUsage } from './queries/list-usage';

/** Every query of the graph. */
export const composeQueries = (dataSource: DataSource) => ({
  findCards: createFindCards(dataSource),
  listCards: createListCards(dataSource),
  findBindings: createFindBindings(dataSource),
  findBindingsOfCards: createFindBindingsOfCards(dataSource),
  findReceipts: createFindReceipts(dataSource),
  findDefaultCardId: createFindDefaultCard(dataSource),
  listChanges: createListChanges(dataSource),
  listUsage: createListUsage(dataSource),
});
