import type { DataSource } from 'typeorm';
import { createFindBindings } from './cards/find-bindings';
import { createFindBindingsOfCards } from './cards/find-bindings-of-cards';
import { createFindCards } from './cards/find-cards';
import { createFindDefaultCard } from './default-card/find-default-card';
import { createFindReceipts } from './unbind/find-receipts';
import { createListCards } from './cards/list-cards';
import { createListChanges } from './history/history.repository';
import { createListUsage } from './usage/list-usage';

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
