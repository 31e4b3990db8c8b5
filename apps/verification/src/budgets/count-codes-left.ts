import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { offeredFactors, type Factor, type ReadyFactors } from '../factors';
import { accountBudgets, codesLeft, windowStart } from './budget.rules';
import type { ListStarts } from './list-starts';

/** How many codes an account can still ask for today, by whichever factor has most left. */
export type CountCodesLeft = (accountId: Id<'account'>) => Promise<number>;

export interface CountCodesLeftDeps {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly factors: ReadyFactors;
  readonly listStarts: ListStarts;
}

export function createCountCodesLeft({ db, clock, factors, listStarts }: CountCodesLeftDeps): CountCodesLeft {
  const countOf = async (name: Factor, accountId: Id<'account'>) => {
    const begun = await factors.begin(db, name, { accountId });
    const since = windowStart(clock.now());
    const left = accountBudgets(accountId, begun?.contact ?? null).map(async (budget) =>
      codesLeft(budget, await listStarts(db, budget, since)),
    );
    return Math.min(...(await Promise.all(left)));
  };
  return async (accountId) =>
    Math.max(...(await Promise.all(offeredFactors.map((factor) => countOf(factor, accountId)))));
}
