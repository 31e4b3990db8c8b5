import type { EntityManager } from 'typeorm';
import { eventTypes, type EventOf, type EventType } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { saveKnownBinding, saveWindowMoved } from './known-binding.repository';

/** Every fact about a binding tells its whole state, so one consumer serves them all. */
type BindingFact = Extract<EventType, `bindery.binding.${string}`>;

export const bindingFacts = eventTypes.filter((type): type is BindingFact => type.startsWith('bindery.binding.'));

const takenOff: readonly BindingFact[] = ['bindery.binding.unbound.v1', 'bindery.binding.removed-elsewhere.v1'];

/** Where the fact that it is off names no end, it cannot be restored at all. */
function windowOf(type: BindingFact, data: EventOf<BindingFact>['data']): Date | null {
  if ('restorableUntil' in data && data.restorableUntil) return new Date(data.restorableUntil);
  return takenOff.includes(type) ? new Date(data.at) : null;
}

/** A dispute was decided: what its holder had left to restore, they have again. */
export async function onDisputeDecided(
  {
    data: { bindingId, restorableUntil },
  }: EventOf<'bindery.dispute.rejected.v1'> | EventOf<'bindery.dispute.upheld.v1'>,
  tx: EntityManager,
): Promise<void> {
  if (restorableUntil) await saveWindowMoved(tx, bindingId, new Date(restorableUntil));
}

/** Keeps the phase of a binding, for what waits for its holder and what can be proved about it. */
export function createOnBindingChanged(countStale: CountStale) {
  return async ({ type, sequence, data }: EventOf<BindingFact>, tx: EntityManager): Promise<void> => {
    const { bindingId: id, accountId, kind, kindName = null, to: phase } = data;
    const deadline = 'deadline' in data && data.deadline ? new Date(data.deadline) : null;
    const succession = 'succession' in data && data.succession ? data.succession : null;
    const restorableUntil = windowOf(type, data);
    const known = {
      id,
      accountId,
      phase,
      kind,
      kindName,
      deadline,
      succession,
      restorableUntil,
      sequence: Number(sequence),
    };
    countStale(type, await saveKnownBinding(tx, known));
  };
}
