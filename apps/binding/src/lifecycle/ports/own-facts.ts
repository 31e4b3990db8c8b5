import { listInSlots } from '../binding.repository';
import { takesSlotOf } from '../binding.rules';
import type { FactPart, FactSubject } from './facts';

/** What the lifecycle knows by itself: who is where, for all subjects in one query. */
export const lifecycleFacts = {
  slotFree: async (tx, subjects) => {
    const taken = await listInSlots(tx, subjects.map(slotOf));
    return subjects.map((subject) => !taken.some((one) => takesSlotOf(one, slotOf(subject))));
  },
} satisfies FactPart;

function slotOf({ binding, slot }: FactSubject) {
  if (!slot) throw new Error('whether a slot is free was asked before it was known which');
  return { ...slot, id: binding?.id };
}
