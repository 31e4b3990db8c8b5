import { ok, type Clock, type Result } from '@bindery/kernel';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import { CardRow } from '../lifecycle/card.entity';
import type { Attempt } from '../use-cases/attempt';
import type { Caller } from '../use-cases/caller';
import type { Wallets } from './settle-default-card';
import { refuse } from '../lifecycle/refusals.rules';

interface SetDefaultCardCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly cardId: string;
}

type SetDefaultCardError = RequestError | BindingErrorOf<'NOT_FOUND' | 'CARD_NOT_USABLE'>;

export type SetDefaultCard = (
  command: SetDefaultCardCommand,
) => Promise<Result<{ cardId: string }, SetDefaultCardError>>;

interface SetDefaultCardDeps {
  readonly attempt: Attempt;
  readonly wallets: Wallets;
  readonly clock: Clock;
}

/** The holder chooses the card that pays by default (requirement 14). */
export function createSetDefaultCard({ attempt, wallets, clock }: SetDefaultCardDeps): SetDefaultCard {
  return ({ caller, idempotencyKey, cardId }) =>
    attempt({ caller, operation: 'setDefaultCard', idempotencyKey, request: { cardId } }, async (tx) => {
      if (!(await tx.existsBy(CardRow, { id: cardId, accountId: caller.accountId })))
        return refuse({ kind: 'NOT_FOUND' });
      const chosen = await wallets.prefer(tx, caller.accountId, cardId, clock.now());
      return chosen ? ok({ cardId }) : refuse({ kind: 'CARD_NOT_USABLE' });
    });
}
