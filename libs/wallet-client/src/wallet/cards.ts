import { documents } from '../documents';
import { pause } from '../pause';
import type {
  BindingView,
  CardValidity,
  CardView,
  HistoryEntry,
  HomeView,
  RevocationView,
  UsageEntry,
} from '../wallet-types';
import { settleTimeoutMs, type Connection } from './connection';

/** Nothing follows these. */
const finalStatuses = new Set(['DECLINED', 'REPLACED', 'RETIRED']);

/** What the wallet shows. */
export function createCards({ ask }: Connection) {
  const cards = {
    async home(): Promise<HomeView> {
      return (await ask<'viewer', HomeView>(documents.home)).viewer;
    },

    async card(id: string): Promise<CardView> {
      return (await ask<'card', CardView>(documents.card, { id })).card;
    },

    async history(id: string): Promise<{ changes: HistoryEntry[]; usage: UsageEntry[] }> {
      type Edges<Node> = { edges: { node: Node }[] };
      const { card } = await ask<'card', { history: Edges<HistoryEntry>; usage: Edges<UsageEntry> }>(
        documents.history,
        { id },
      );
      return { changes: card.history.edges.map(({ node }) => node), usage: card.usage.edges.map(({ node }) => node) };
    },

    /** Until when a card is good, and what holds it. */
    async validity(id: string): Promise<CardValidity> {
      return (await ask<'card', CardValidity>(documents.validity, { id })).card;
    },

    /** How far a card is out of the readers; null where that is not told. */
    async revocation(bindingId: string): Promise<RevocationView | null> {
      type Asked = { revocation: RevocationView | null };
      return (await ask<'binding', Asked>(documents.revocation, { id: bindingId })).binding.revocation;
    },

    /** Waits until the binding of a card has the status, up to twenty seconds. */
    async waitForStatus(cardId: string, status: string): Promise<BindingView> {
      const deadline = Date.now() + settleTimeoutMs;
      for (;;) {
        const binding = (await cards.card(cardId)).bindings[0];
        if (binding?.status === status) return binding;
        if (finalStatuses.has(binding?.status ?? ''))
          throw new Error(`the binding ended as ${binding?.status}, not ${status}`);
        if (Date.now() > deadline)
          throw new Error(`the binding is ${binding?.status}, not ${status}, after ${settleTimeoutMs / 1000} s`);
        await pause(100);
      }
    },
  };
  return cards;
}
