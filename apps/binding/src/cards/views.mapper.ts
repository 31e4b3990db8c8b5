import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { ProviderProfile } from '../catalogue';
import type { Binding, Card } from '../lifecycle';
import { toBindingType } from './binding.mapper';
import type { BindingType } from './binding.type';
import { toCardType } from './card.mapper';
import type { CardType } from './card.type';
import { byId, groupedBy } from './batches';
import { maySee } from './may-see.rules';

interface ViewsDeps {
  readonly listCardsById: (ids: readonly Id<'card'>[]) => Promise<Card[]>;
  readonly listBindingsById: (ids: readonly Id<'binding'>[]) => Promise<Binding[]>;
  readonly listBindingsOfCards: (cardIds: readonly Id<'card'>[]) => Promise<Binding[]>;
  readonly profileOf: (provider: string) => ProviderProfile;
}

/**
 * What the viewer of a request may see, read in batches. Somebody else's id answers null, exactly as one that does not
 * exist, in `node` and in references too.
 */
export interface Views {
  card(context: RequestContext, id: Id<'card'>): Promise<CardType | null>;
  binding(context: RequestContext, id: Id<'binding'>): Promise<BindingType | null>;
  /** The binding after a mutation; it was the viewer's a moment ago. */
  bindingAfter(context: RequestContext, id: Id<'binding'>): Promise<BindingType>;
  bindingsOf(context: RequestContext, cardId: Id<'card'>): Promise<BindingType[]>;
  toCard(context: RequestContext, card: Card): CardType;
}

export function createViews({ listCardsById, listBindingsById, listBindingsOfCards, profileOf }: ViewsDeps): Views {
  const toCard = ({ locale }: RequestContext, card: Card) => toCardType(card, profileOf(card.provider), locale);

  const binding: Views['binding'] = async (context, id) => {
    const found = await context.loader('binding', byId(listBindingsById)).load(id);
    return found && maySee(context.viewer, found.accountId) ? toBindingType(found) : null;
  };
  return {
    toCard,
    binding,
    async bindingAfter(context, id) {
      const found = await binding(context, id);
      if (!found) throw new Error(`binding ${id} is gone after its mutation`);
      return found;
    },
    async card(context, id) {
      const card = await context.loader('card', byId(listCardsById)).load(id);
      return card && maySee(context.viewer, card.accountId) ? toCard(context, card) : null;
    },
    async bindingsOf(context, cardId) {
      const load = groupedBy(listBindingsOfCards, (one: Binding) => one.cardId);
      const bindings = await context.loader('bindings of card', load).load(cardId);
      return bindings.filter(({ accountId }) => maySee(context.viewer, accountId)).map(toBindingType);
    },
  };
}
