import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { saveKnownRemoval } from './known-removal.repository';

/** A card was taken off elsewhere: its holder is asked whether it was them. */
export function createOnRemovedElsewhere(countStale: CountStale) {
  return async (event: EventOf<'bindery.binding.removed-elsewhere.v1'>, tx: EntityManager): Promise<void> => {
    const { bindingId, accountId, kindName = null, answerBy } = event.data;
    const asked = { removalVersion: Number(event.sequence), answerBy: answerBy ? new Date(answerBy) : null };
    countStale(event.type, await saveKnownRemoval(tx, { bindingId, accountId, kindName, ...asked, isOver: false }));
  };
}

/** The holder has answered. Nothing is stale where it was told before. */
export async function onRemovalAnswered(
  { data: { bindingId, accountId, removalVersion } }: EventOf<'bindery.removal.answered.v1'>,
  tx: EntityManager,
): Promise<void> {
  await saveKnownRemoval(tx, { bindingId, accountId, kindName: null, removalVersion, answerBy: null, isOver: true });
}

/** The card is back: nothing is asked any more of what was before. */
export async function onRemovalUndone(
  { sequence, data: { bindingId, accountId } }: EventOf<'bindery.binding.restored.v1'>,
  tx: EntityManager,
): Promise<void> {
  const removalVersion = Number(sequence);
  await saveKnownRemoval(tx, { bindingId, accountId, kindName: null, removalVersion, answerBy: null, isOver: true });
}
