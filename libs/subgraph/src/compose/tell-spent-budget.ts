import type { OnSpent } from '@bindery/abuse-ledger';
import type { Foundation } from './foundation';

/** What a service does when a budget of its abuse ledger refuses: one line, with the names of ours and nothing of whom it refuses. */
export const tellSpentBudget =
  ({ log }: Pick<Foundation, 'log'>): OnSpent =>
  ({ act, dimension, retryAt }) =>
    log.warn({ act, dimension, retryAt }, 'abuse budget spent');
