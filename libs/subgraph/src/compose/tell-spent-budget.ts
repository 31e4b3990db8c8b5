import type { OnSpent } from '@bindery/abuse-ledger';
import type { Foundation } from './foundation';

/** What a service does when a budget of its abuse ledger refuses: tells the security log, with the names of ours and nothing of whom it refuses. */
export const tellSpentBudget =
  ({ security }: Pick<Foundation, 'security'>): OnSpent =>
  ({ act, dimension }) =>
    security.record('abuse-budget-spent', { labels: { budget: `${act}/${dimension}` } });
