import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { BindingJobs } from '../operations/operations.jobs';
import { lockBinding } from './binding.repository';
import type { Steps } from './transitions';

/** A deadline of a phase may have come: confirm by, activate by, restore by. Does nothing if it has not, or does not matter any more. */
export type LapseBinding = (bindingId: string) => Promise<void>;

interface LapseBindingDeps {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly jobs: BindingJobs;
  readonly clock: Clock;
}

export function createLapseBinding({ unitOfWork, steps, jobs, clock }: LapseBindingDeps): LapseBinding {
  return (bindingId) =>
    unitOfWork.run(async (tx) => {
      const held = await lockBinding(tx, bindingId);
      const deadline = held?.binding.deadline;
      if (!held || !deadline) return;
      if (clock.now() < deadline) {
        // The deadline was moved, or this clock is behind the one that set the timer.
        await jobs.enqueue(tx, 'lapse-binding', { bindingId }, { jobKey: `lapse ${bindingId}`, runAt: deadline });
        return;
      }
      await steps.take(
        tx,
        held,
        { type: 'Lapse', actor: 'SYSTEM', deadlinePassed: true, disputeOpen: false, retentionDuty: false },
        { channel: 'TIMER' },
      );
    });
}
