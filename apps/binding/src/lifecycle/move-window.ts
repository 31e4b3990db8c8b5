import type { EntityManager } from 'typeorm';
import { saveWindow, type LockedBinding } from './binding.repository';
import { lifecycleJobs } from './lifecycle.jobs';

/** Moves the end of the restore window of a card that is off by the time that its clock stood; answers the new end, null without a window. */
export async function moveWindow(tx: EntityManager, { binding }: LockedBinding, byMs: number): Promise<Date | null> {
  const { id, state, restorableUntil, deadline } = binding;
  if (state.phase !== 'UNBOUND' || !deadline) return restorableUntil;
  const later = (moment: Date) => new Date(moment.getTime() + byMs);
  const moved = { restorableUntil: restorableUntil && later(restorableUntil), deadline: later(deadline) };
  await saveWindow(tx, id, moved);
  // Its timer may have come and gone while the clock stood.
  await lifecycleJobs.enqueue(tx, 'lapse-binding', { bindingId: id }, { jobKey: `lapse ${id}`, runAt: moved.deadline });
  return moved.restorableUntil;
}

/** A card that is off does not come back any more; it is kept for as long as it would have been. */
export async function endWindow(tx: EntityManager, { binding }: LockedBinding): Promise<void> {
  const { id, state, restorableUntil, deadline } = binding;
  if (state.phase === 'UNBOUND' && restorableUntil) await saveWindow(tx, id, { restorableUntil: null, deadline });
}
