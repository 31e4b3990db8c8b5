import type { EntityManager } from 'typeorm';
import type { EventOf, EventType } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { knownBindingRepository } from './known-binding.repository';

/** Every fact about a binding tells its whole state, so one consumer serves them all. */
export type BindingFact = Extract<EventType, `bindery.binding.${string}`>;

/** Keeps the phase of a binding, for what waits for its holder. */
export function createOnBindingChanged(countStale: CountStale) {
  return async ({ type, sequence, data }: EventOf<BindingFact>, tx: EntityManager): Promise<void> => {
    const { bindingId: id, accountId, kind, to: phase } = data;
    const deadline = 'deadline' in data && data.deadline ? new Date(data.deadline) : null;
    countStale(
      type,
      await knownBindingRepository.keep(tx, { id, accountId, phase, kind, deadline, sequence: Number(sequence) }),
    );
  };
}
