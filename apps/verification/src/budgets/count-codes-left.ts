import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { offeredFactors, type Factor, type ReadyFactors } from '../factors';
import { listStarts } from './budget.repository';
import { accountBudgets, codesLeft } from './budget.rules';

/** How many codes an account can still ask for today, by whichever factor has most left. */
export type CountCodesLeft = (accountId: string) => Promise<number>;

export interface CountCodesLeftDeps {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly factors: ReadyFactors;
}

export function createCountCodesLeft({ db, clock, factors }: CountCodesLeftDeps): CountCodesLeft {
  const countOf = async (factor: Factor, accountId: string) => {
    const recipient = await factors.of(factor).findRecipient(db, { accountId });
    const now = clock.now();
    const left = accountBudgets(accountId, recipient?.contactDigest).map(async (budget) =>
      codesLeft(budget, await listStarts(db, budget, now)),
    );
    return Math.min(...(await Promise.all(left)));
  };
  return async (accountId) =>
    Math.max(...(await Promise.all(offeredFactors.map((factor) => countOf(factor, accountId)))));
}
