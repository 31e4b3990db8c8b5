import type { EntityManager } from 'typeorm';
import type { Budget } from './budget.rules';

/**
 * When the codes that count against a budget were started since a moment, newest first, as many as the budget has.
 * Whoever keeps the challenges answers it from them, so that nothing can reset a count.
 */
export type ListStarts = (tx: EntityManager, budget: Budget, since: Date) => Promise<Date[]>;
