import type { EntityManager } from 'typeorm';
import { eventTypes, type EventOf, type EventType } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { saveKnownBinding } from './known-binding.repository';

/** Every fact about a binding tells its whole state, so one consumer serves them all. */
type BindingFact = Extract<EventType, `bindery.binding.${string}`>;

export const bindingFacts = eventTypes.filter((type): type is BindingFact => type.startsWith('bindery.binding.'));

/** Keeps the phase of a binding, for what waits for its holder and what can be proved about it. */
export function createOnBindingChanged(countStale: CountStale) {
  return async ({ type, sequence, data }: EventOf<BindingFact>, tx: EntityManager): Promise<void> => {
    const { bindingId: id, accountId, kind, kindName = null, to: phase } = data;
    const deadline = 'deadline' in data && data.deadline ? new Date(data.deadline) : null;
    const succession = 'succession' in data && data.succession ? data.succession : null;
    const known = { id, accountId, phase, kind, kindName, deadline, succession, sequence: Number(sequence) };
    countStale(type, await saveKnownBinding(tx, known));
  };
}
