import type { EntityManager } from 'typeorm';
import type { AbuseLedger } from '@bindery/abuse-ledger';
import type { Id } from '@bindery/kernel';
import { offeredFactors, type Factor, type ReadyFactors } from '../factors';
import { accountClaims } from './budget.rules';
import type { CodeLedgerRules } from './code-ledger';

/** How many codes an account can still ask for today, by whichever factor has most left. */
export type CountCodesLeft = (accountId: Id<'account'>) => Promise<number>;

export interface CountCodesLeftDeps {
  readonly db: EntityManager;
  readonly factors: ReadyFactors;
  readonly ledger: AbuseLedger<CodeLedgerRules>;
}

export function createCountCodesLeft({ db, factors, ledger }: CountCodesLeftDeps): CountCodesLeft {
  const countOf = async (name: Factor, accountId: Id<'account'>) => {
    const begun = await factors.begin(db, name, { accountId });
    return ledger.countLeft(db, accountClaims({ accountId, contactDigest: begun?.contact?.contactDigest ?? null }));
  };
  return async (accountId) =>
    Math.max(...(await Promise.all(offeredFactors.map((factor) => countOf(factor, accountId)))));
}
