import type { RequestContext } from '@bindery/subgraph';
import type { Clock } from '@bindery/kernel';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { FindBindings } from './find-bindings';
import type { FindBindingsOfCards } from './find-bindings-of-cards';
import type { FindCards } from './find-cards';
import type { FindDefaultCard } from '../default-card/find-default-card';
import type { FindReceipts } from '../unbind/find-receipts';
import { toBindingType, toReceiptType } from './binding.mapper';
import type { BindingReceiptType, BindingType } from './binding.type';
import { toCardType } from './card.mapper';
import type { CardType } from './card.type';

export interface ViewsDeps {
  readonly findCards: FindCards;
  readonly findBindings: FindBindings;
  readonly findBindingsOfCards: FindBindingsOfCards;
  readonly findReceipts: FindReceipts;
  readonly findDefaultCardId: FindDefaultCard;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/**
 * What the viewer of a request may see, read in batches. Somebody else's id answers null, exactly as one that does not
 * exist, in `node` and in references too.
 */
export interface Views {
  card(context: RequestContext, id: string): Promise<CardType | null>;
  binding(context: RequestContext, id: string): Promise<BindingType | null>;
  bindingsOf(context: RequestContext, cardId: string): Promise<BindingType[]>;
  receipt(context: RequestContext, id: string): Promise<BindingReceiptType | null>;
  defaultCardId(context: RequestContext): Promise<string | null>;
  profile(code: string): ProviderProfile;
  toCard(context: RequestContext, card: Card): CardType;
}

export function createViews({
  findCards,
  findBindings,
  findBindingsOfCards,
  findReceipts,
  findDefaultCardId,
  profiles,
  clock,
}: ViewsDeps): Views {
  function profile(code: string): ProviderProfile {
    const found = profiles.get(code);
    if (!found) throw new Error(`provider ${code} has cards but is not in the catalogue`);
    return found;
  }
  const toCard = ({ locale }: RequestContext, card: Card) => toCardType(card, profile(card.provider), locale);
  const toBinding = (binding: Binding) => toBindingType(binding, profile(binding.provider), clock.now());
  const isMine = ({ viewer }: RequestContext, accountId: string) => viewer?.accountId === accountId;

  return {
    profile,
    toCard,
    async card(context, id) {
      const card = await context.loader('card', byId(findCards)).load(id);
      return card && isMine(context, card.accountId) ? toCard(context, card) : null;
    },
    async binding(context, id) {
      const binding = await context.loader('binding', byId(findBindings)).load(id);
      return binding && isMine(context, binding.accountId) ? toBinding(binding) : null;
    },
    async bindingsOf(context, cardId) {
      const bindings = await context
        .loader(
          'bindings of card',
          groupedBy(findBindingsOfCards, ({ cardId: id }) => id),
        )
        .load(cardId);
      return bindings.filter(({ accountId }) => isMine(context, accountId)).map(toBinding);
    },
    async receipt(context, id) {
      const receipt = await context.loader('receipt', byId(findReceipts)).load(id);
      return receipt ? toReceiptType(receipt, context.locale) : null;
    },
    async defaultCardId(context) {
      if (!context.viewer) return null;
      const load = (accountIds: readonly string[]) => Promise.all(accountIds.map(findDefaultCardId));
      return context.loader<string, string | null>('default card', load).load(context.viewer.accountId);
    },
  };
}

/** A loader's batch: what was found, in the order that was asked for. */
function byId<Row extends { readonly id: string }>(find: (ids: readonly string[]) => Promise<Row[]>) {
  return async (ids: readonly string[]): Promise<(Row | null)[]> => {
    const rows = new Map((await find(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
}

function groupedBy<Row>(find: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return async (keys: readonly string[]): Promise<Row[][]> => {
    const rows = await find(keys);
    return keys.map((key) => rows.filter((row) => keyOf(row) === key));
  };
}
