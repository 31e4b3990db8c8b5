import { codeLifetimeMs } from '../challenges/challenge.rules';
import type { Purpose } from '../challenges/purpose.rules';

/**
 * The window budgets are counted in: a day and one code's life. With five tries a code, ten codes in any such
 * window are at most fifty guesses in any 24 hours, wherever the day is cut.
 */
export const budgetWindowMs = 24 * 60 * 60_000 + codeLifetimeMs;

/** Codes a day for one account, and for one number whoever asks. */
const codesMax = 10;

/**
 * Codes a day that strangers can make us send to one number. Less than all: a stranger must neither bomb a
 * phone nor use up the codes with which its owner unbinds a card.
 */
const anonymousCodesMax = 5;

/** Whose codes are counted together. */
export interface Budget {
  readonly scope: 'ACCOUNT' | 'CLIENT' | 'CONTACT' | 'CONTACT_ANONYMOUS';
  /** An account id or a keyed digest. */
  readonly key: string;
  readonly limit: number;
}

export interface BudgetKeys {
  readonly contactDigest: string;
  readonly clientDigest: string;
  /** Codes a day that strangers at one network address can ask for; a whole office may share one. */
  readonly codesPerAddress: number;
}

/** The budgets that a new challenge draws on. */
export function budgetsOf(purpose: Purpose, { contactDigest, clientDigest, codesPerAddress }: BudgetKeys): Budget[] {
  if (purpose.kind === 'ACCOUNT') return accountBudgets(purpose.accountId, contactDigest);
  return [
    { scope: 'CLIENT', key: clientDigest, limit: codesPerAddress },
    { scope: 'CONTACT', key: contactDigest, limit: codesMax },
    { scope: 'CONTACT_ANONYMOUS', key: contactDigest, limit: anonymousCodesMax },
  ];
}

/** The budgets of a signed-in holder; that of the number only when one is confirmed. */
export function accountBudgets(accountId: string, contactDigest: string | undefined): Budget[] {
  const account: Budget = { scope: 'ACCOUNT', key: accountId, limit: codesMax };
  return contactDigest ? [account, { scope: 'CONTACT', key: contactDigest, limit: codesMax }] : [account];
}

/** What a budget still allows, out of the start times that count against it, newest first. */
export function codesLeft({ limit }: Budget, startedNewestFirst: readonly Date[]): number {
  return Math.max(0, limit - startedNewestFirst.length);
}

/** When a used-up budget allows the next code; undefined when it does now. */
export function nextCodeAt({ limit }: Budget, startedNewestFirst: readonly Date[]): Date | undefined {
  const oldestThatCounts = startedNewestFirst[limit - 1];
  return oldestThatCounts && new Date(oldestThatCounts.getTime() + budgetWindowMs);
}
