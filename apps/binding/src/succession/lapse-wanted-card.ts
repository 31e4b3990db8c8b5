import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding } from '../lifecycle';
import type { WantedCards } from './want-card';

interface LapseWantedCardDeps {
  readonly unitOfWork: UnitOfWork;
  readonly wantedCards: Pick<WantedCards, 'meetDeadline'>;
}

/** A card that moves was to be entered on its new device by now: where it was not, its holder is told that it stays where it is. */
export const createLapseWantedCard =
  ({ unitOfWork, wantedCards }: LapseWantedCardDeps) =>
  ({ predecessorId }: { readonly predecessorId: Id<'binding'> }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      await lockBinding(tx, predecessorId);
      await wantedCards.meetDeadline(tx, predecessorId);
    });
