import type { ContactLimits } from '../factor.rules';

/**
 * How many codes one number gets. What strangers can make us send to it is less than all: a stranger must neither bomb a
 * phone nor use up the codes with which its owner unbinds a card. An account has a budget of its own beside this: `budgets/budget.rules.ts`.
 */
export const contactLimits: ContactLimits = { codesPerDay: 10, anonymousCodesPerDay: 5 };
