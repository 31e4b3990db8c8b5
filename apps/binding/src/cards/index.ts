import type { EntityManager } from 'typeorm';
import { givenId } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { countCards, listBindingsById, listBindingsOfCards, listCardsById, listCards } from '../lifecycle';
import { AccountCardsResolver, answerAccount } from './account-cards.resolver';
import { BindingHoldResolver } from './binding-hold.resolver';
import { BindingResolver } from './binding.resolver';
import { CardResolver } from './card.resolver';
import { AccountType } from './foreign.type';
import { createViews } from './views.mapper';

export { BindingActorEnum, BindingPhaseEnum, HoldOwnerEnum, OperationKindEnum } from './binding.enums';
export { toOperationType } from './binding.mapper';
export { BindingOperationType, BindingType } from './binding.type';
export { CardType } from './card.type';
export { bindingProblems, providerUnavailable } from './cards.problems';
export { ProviderUnavailableError } from './provider-unavailable.type';
export { AccountType, DeviceType } from './foreign.type';
export { byId, groupedBy } from './batches';
export { TransitionRefusedError } from './transition-refused.type';
export type { Views } from './views.mapper';

export const cardsClasses = {
  resolvers: [AccountCardsResolver, CardResolver, BindingResolver, BindingHoldResolver],
  types: [AccountType],
} satisfies FeatureClasses;

/** What a holder sees: cards and their bindings. Features add fields of their own to both. */
export function createCards({ db }: { readonly db: EntityManager }, catalogue: Catalogue) {
  const views = createViews({
    listCardsById: (ids) => listCardsById(db, ids),
    listBindingsById: (ids) => listBindingsById(db, ids),
    listBindingsOfCards: (cardIds) => listBindingsOfCards(db, cardIds),
    profileOf: catalogue.profileOf,
  });
  return {
    views,
    feature: {
      resolvers: [
        new AccountCardsResolver({
          views,
          listCards: (...of) => listCards(db, ...of),
          countCards: (...of) => countCards(db, ...of),
        }),
        new CardResolver({ views, catalogue }),
        new BindingResolver(views),
        new BindingHoldResolver(catalogue.profileOf),
      ],
      references: {
        Account: answerAccount,
        Card: ({ id }, context) => views.card(context, givenId('card', id)),
        Binding: ({ id }, context) => views.binding(context, givenId('binding', id)),
      },
    } satisfies Feature,
  };
}
