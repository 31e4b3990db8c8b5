import type { EntityManager } from 'typeorm';
import type { AbuseLedger, Claim, OnSpent } from '@bindery/abuse-ledger';
import { err, ok, type Id, type Result } from '@bindery/kernel';
import { accountClaims, givenBackWhenAnswered, lanesOf, type Asking } from './budget.rules';
import type { CodeLedgerRules } from './code-ledger';

/** No code now; the moment from which there may be one. */
export interface NoCodeUntil {
  readonly kind: 'NO_CODE_UNTIL';
  readonly retryAt: Date;
}

/** The budgets that a code will be counted in. */
export interface CodeBudgets {
  readonly claims: readonly Claim<CodeLedgerRules>[];
}

export interface DrawCode {
  /** In which lane there is room for one more code; nothing is counted yet. `country` is where it would go, if anywhere. */
  findBudgets(
    tx: EntityManager,
    asking: Asking,
    country: string | undefined,
  ): Promise<Result<CodeBudgets, NoCodeUntil>>;
  /** How many codes an account can still ask for today to this contact, or by what sends nothing. */
  countLeft(tx: EntityManager, asking: Omit<Extract<Asking, { kind: 'ACCOUNT' }>, 'kind'>): Promise<number>;
  /** Counts the code. Last in its transaction, as others wait for the same budgets until that ends. */
  take(tx: EntityManager, budgets: CodeBudgets, challengeId: Id<'challenge'>): Promise<Result<unknown, NoCodeUntil>>;
  /** Counts that the same code is sent once more; likewise last in its transaction. */
  takeResend(tx: EntityManager, isStrangers: boolean, country: string): Promise<Result<unknown, NoCodeUntil>>;
  /** The code was answered. */
  giveBack(tx: EntityManager, challengeId: Id<'challenge'>): Promise<void>;
}

export interface DrawCodeDeps {
  readonly ledger: AbuseLedger<CodeLedgerRules>;
  readonly onSpent?: OnSpent;
}

export function createDrawCode({ ledger, onSpent }: DrawCodeDeps): DrawCode {
  const refuse = (retryAt: Date) => err({ kind: 'NO_CODE_UNTIL', retryAt } as const);
  return {
    async findBudgets(tx, asking, country) {
      const moments: Date[] = [];
      for (const { isStrangers, claims } of lanesOf(asking)) {
        const all = country === undefined ? claims : [...claims, spendClaim(isStrangers, country)];
        const spent = await ledger.findSpent(tx, all);
        if (!spent) return ok({ claims: all });
        onSpent?.(spent);
        moments.push(spent.retryAt);
      }
      return refuse(new Date(Math.min(...moments.map((moment) => moment.getTime()))));
    },

    countLeft: (tx, asking) => ledger.countLeft(tx, accountClaims(asking)),

    async take(tx, { claims }, challengeId) {
      const reserved = await ledger.reserve(tx, claims, { id: challengeId });
      return reserved.ok ? reserved : refuse(reserved.error.retryAt);
    },

    async takeResend(tx, isStrangers, country) {
      const reserved = await ledger.reserve(tx, [spendClaim(isStrangers, country)]);
      return reserved.ok ? reserved : refuse(reserved.error.retryAt);
    },

    giveBack: (tx, challengeId) => ledger.refund(tx, challengeId, givenBackWhenAnswered),
  };
}

/** What strangers make us spend trips their breaker, and leaves proven contacts theirs. */
const spendClaim = (isStrangers: boolean, country: string): Claim<CodeLedgerRules> => ({
  act: isStrangers ? 'message.spend.stranger' : 'message.spend',
  keys: { COUNTRY: country, PLATFORM: 'all' },
});
