import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { listLapsed, lockBinding } from './binding.repository';
import { lifecycleJobs } from './lifecycle.jobs';
import type { Transitions } from './transitions';

/** A deadline of a phase may have come: confirm by, activate by, restore by. Does nothing if it has not, or does not matter any more. */
export type LapseBinding = (bindingId: Id<'binding'>) => Promise<void>;

interface LapseBindingDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly clock: Clock;
}

export function createLapseBinding({ unitOfWork, transitions, clock }: LapseBindingDeps): LapseBinding {
  return (bindingId) =>
    unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      const deadline = locked?.binding.deadline;
      if (!locked || !deadline) return;
      const deadlinePassed = clock.now() >= deadline;
      if (!deadlinePassed) {
        // The deadline was moved, or this clock is behind the one that set the timer.
        await lifecycleJobs.enqueue(
          tx,
          'lapse-binding',
          { bindingId },
          { jobKey: `lapse ${bindingId}`, runAt: deadline },
        );
        return;
      }
      await transitions.take(tx, locked, { type: 'Lapse', actor: 'SYSTEM', deadlinePassed }, { channel: 'TIMER' });
    });
}

/** Has those lapsed whose timer is lost, at most so many. */
export async function followLapsed(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const bindingId of await listLapsed(tx, now, limit))
    await lifecycleJobs.enqueue(tx, 'lapse-binding', { bindingId }, { jobKey: `lapse ${bindingId}` });
}
