import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { saveKnownWantedCard } from './known-wanted-card.repository';

type WantedCardEvent =
  | EventOf<'bindery.move.card-wanted.v1'>
  | EventOf<'bindery.move.card-settled.v1'>
  | EventOf<'bindery.move.card-lapsed.v1'>;

/** Keeps whether a card that is to move waits to be entered, and until when. */
export function createOnWantedCardChanged(countStale: CountStale) {
  return async (event: WantedCardEvent, tx: EntityManager): Promise<void> => {
    const { moveId: id, bindingId, accountId, kindName = null } = event.data;
    const deadline = 'deadline' in event.data ? new Date(event.data.deadline) : null;
    const known = { id, bindingId, accountId, kindName, deadline, sequence: Number(event.sequence) };
    countStale(event.type, await saveKnownWantedCard(tx, known));
  };
}
