import type { EntityManager } from 'typeorm';
import type { Effect } from '@bindery/card-lifecycle';
import type { EffectPart, Step } from '../lifecycle';
import { cardKindOf } from '../providers';
import type { DefaultCards } from './settle-default-card';

/** What steps of a card that pays do to the default. */
export function createDefaultCardEffects(defaultCards: DefaultCards) {
  const settleDefaultCard = async (tx: EntityManager, _effect: Effect, { binding, at }: Step) => {
    if (cardKindOf(binding.kind).canPay) await defaultCards.settle(tx, binding.accountId, at);
  };
  return {
    handlers: {
      MakeDefaultIfFirst: settleDefaultCard,
      MoveDefaultAway: settleDefaultCard,
      ReturnDefault: settleDefaultCard,
    },
    after: async (tx, { binding, before, card, at }) => {
      if (binding.state.phase === 'UNBOUND' && before?.phase !== 'UNBOUND') await defaultCards.forget(tx, card, at);
    },
  } satisfies EffectPart;
}
