export type { Budget } from './budget.rules';
export { createBudgets, type Budgets } from './budgets';
export type { ListStarts } from './list-starts';
