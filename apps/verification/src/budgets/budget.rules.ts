import type { Id } from '@bindery/kernel';
import { codeLifetimeMs } from '../factors/code-life.rules';
import type { ContactLimits } from '../factors/factor.rules';

/**
 * The window budgets are counted in: a day and one code's life. With five tries a code, ten codes in any such
 * window are at most fifty guesses in any 24 hours, wherever the day is cut.
 */
export const budgetWindowMs = 24 * 60 * 60_000 + codeLifetimeMs;

/** Since when a code counts. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - budgetWindowMs);

/** Codes a day for one account, by whichever factors: the bound on guesses. */
const accountCodesMax = 10;

/** Whose codes are counted together. */
export interface Budget {
  readonly scope: 'ACCOUNT' | 'CLIENT' | 'CONTACT' | 'CONTACT_ANONYMOUS';
  /** An account id or a keyed digest. */
  readonly key: string;
  readonly limit: number;
}

/** Who draws on budgets: the holder of an account, or somebody who is not signed in. */
export type BudgetOwner =
  { readonly kind: 'ACCOUNT'; readonly accountId: Id<'account'> } | { readonly kind: 'ANONYMOUS' };

/** Where a factor's codes go, and how many may: `factors/<factor>/contact-limits.rules.ts`. */
export interface ContactBudget {
  readonly contactDigest: string;
  readonly contactLimits: ContactLimits;
}

export interface BudgetKeys {
  /** Null where nothing is sent. */
  readonly contact: ContactBudget | null;
  readonly clientDigest: string;
  /** Codes a day that strangers at one network address can ask for; a whole office may share one. */
  readonly codesPerAddress: number;
}

/** The budgets that a new challenge draws on. */
export function budgetsOf(owner: BudgetOwner, keys: BudgetKeys): Budget[] {
  const { contact, clientDigest, codesPerAddress } = keys;
  if (owner.kind === 'ACCOUNT') return accountBudgets(owner.accountId, contact);
  const client: Budget = { scope: 'CLIENT', key: clientDigest, limit: codesPerAddress };
  if (!contact) return [client];
  const { contactDigest, contactLimits } = contact;
  return [
    client,
    { scope: 'CONTACT', key: contactDigest, limit: contactLimits.codesPerDay },
    { scope: 'CONTACT_ANONYMOUS', key: contactDigest, limit: contactLimits.anonymousCodesPerDay },
  ];
}

/** The budgets of a signed-in holder; that of the contact only when something is sent to one. */
export function accountBudgets(accountId: Id<'account'>, contact: ContactBudget | null): Budget[] {
  const account: Budget = { scope: 'ACCOUNT', key: accountId, limit: accountCodesMax };
  if (!contact) return [account];
  return [account, { scope: 'CONTACT', key: contact.contactDigest, limit: contact.contactLimits.codesPerDay }];
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
