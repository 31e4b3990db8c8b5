import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { UnbindPlan } from './unbind-plan.rules';

/** Answers what a card is called that a plan speaks of. */
export type NameOf = (cardId: Id<'card'>) => string;

export async function cardNames(context: RequestContext, plan: UnbindPlan | null, views: Views): Promise<NameOf> {
  const ids = (plan?.effects ?? []).flatMap((effect) => (effect.type === 'DEFAULT_MOVES' ? [effect.toCardId] : []));
  const cards = await Promise.all(ids.map((id) => views.card(context, id)));
  const names = new Map(cards.flatMap((card) => (card ? [[card.id, card.displayName] as const] : [])));
  return (cardId) => names.get(cardId) ?? '';
}
