import type { ObligationAct } from '../operations/acts/act.rules';

export const obligationActStates = ['PENDING', 'OVERDUE', 'DONE', 'REFUSED'] as const;
export type ObligationActState = (typeof obligationActStates)[number];

/** How an act stands, as its holder is told. */
export function stateOf({ state, deadline }: Pick<ObligationAct, 'state' | 'deadline'>, now: Date): ObligationActState {
  if (state === 'OPEN') return now >= deadline ? 'OVERDUE' : 'PENDING';
  return state === 'CONFIRMED' ? 'DONE' : 'REFUSED';
}
