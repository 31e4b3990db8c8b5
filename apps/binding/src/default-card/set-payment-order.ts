import { err, invalidField, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { listCardsById } from '../lifecycle';
import { cardKindOf } from '../providers';
import type { SetPaymentOrderError } from './default-card.errors';
import type { DefaultCards } from './settle-default-card';

interface SetPaymentOrderCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly cardIds: readonly Id<'card'>[];
}

type Outcome = Result<{ cardIds: readonly Id<'card'>[] }, SetPaymentOrderError>;
export type SetPaymentOrder = (command: SetPaymentOrderCommand) => Promise<Outcome>;

interface SetPaymentOrderDeps {
  readonly once: Once;
  readonly defaultCards: DefaultCards;
  readonly clock: Clock;
}

/** More cards than a person puts in an order. */
export const orderMax = 50;

/** The holder says in which order cards are tried; the first that can pay is the default (requirements 14 and 17). */
export function createSetPaymentOrder({ once, defaultCards, clock }: SetPaymentOrderDeps): SetPaymentOrder {
  return async ({ viewer: { accountId }, idempotencyKey, cardIds }) => {
    if (cardIds.length === 0 || cardIds.length > orderMax) return err(invalidField('cardIds', 'TOO_MANY', orderMax));
    if (new Set(cardIds).size !== cardIds.length) return err(invalidField('cardIds', 'NOT_WANTED'));
    return once(
      { owner: accountId, operation: 'setPaymentOrder', idempotencyKey, request: { cardIds } },
      async (tx): Promise<Outcome> => {
        const cards = (await listCardsById(tx, cardIds)).filter((card) => card.accountId === accountId);
        if (cards.length !== cardIds.length) return err({ kind: 'NOT_FOUND' });
        if (!cards.every(({ kind }) => cardKindOf(kind).canPay)) return err({ kind: 'CARD_NOT_USABLE' });
        await defaultCards.arrange(tx, accountId, cardIds, clock.now());
        return ok({ cardIds });
      },
    );
  };
}
