import type { RequestContext } from '@bindery/subgraph';
import type { UnbindPlan } from './unbind-plan.rules';
import type { Views } from '../cards/views.mapper';

/** What the cards are called that a plan speaks of: id → name. */
export async function cardNames(
  context: RequestContext,
  plan: UnbindPlan | null,
  views: Views,
): Promise<ReadonlyMap<string, string>> {
  const ids = (plan?.effects ?? []).flatMap((effect) => (effect.type === 'DEFAULT_MOVES' ? [effect.toCardId] : []));
  const cards = await Promise.all(ids.map((id) => views.card(context, id)));
  return new Map(cards.flatMap((card) => (card ? [[card.id, card.displayName] as const] : [])));
}
