import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { hasCard } from '../lifecycle';
import type { SetDefaultCardError } from './default-card.errors';
import type { DefaultCards } from './settle-default-card';

interface SetDefaultCardCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly cardId: Id<'card'>;
}

type Outcome = Result<{ cardId: Id<'card'> }, SetDefaultCardError>;
export type SetDefaultCard = (command: SetDefaultCardCommand) => Promise<Outcome>;

interface SetDefaultCardDeps {
  readonly once: Once;
  readonly defaultCards: DefaultCards;
  readonly clock: Clock;
}

/** The holder chooses the card that pays by default (requirement 14). */
export function createSetDefaultCard({ once, defaultCards, clock }: SetDefaultCardDeps): SetDefaultCard {
  return ({ viewer: { accountId }, idempotencyKey, cardId }) =>
    once(
      { owner: accountId, operation: 'setDefaultCard', idempotencyKey, request: { cardId } },
      async (tx): Promise<Outcome> => {
        if (!(await hasCard(tx, { id: cardId, accountId }))) return err({ kind: 'NOT_FOUND' });
        const chosen = await defaultCards.prefer(tx, accountId, cardId, clock.now());
        return chosen ? ok({ cardId }) : err({ kind: 'CARD_NOT_USABLE' });
      },
    );
}
