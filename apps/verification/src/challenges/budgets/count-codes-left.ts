import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { accountBudgets, codesLeft } from './budget.rules';
import { budgetRepository } from './budget.repository';
import { contactPointRepository } from '../../contacts/contact-point.repository';

/** How many codes an account can still ask for today. */
export type CountCodesLeft = (accountId: string) => Promise<number>;

export function createCountCodesLeft(dataSource: DataSource, clock: Clock): CountCodesLeft {
  const session = dataSource.manager;
  return async (accountId) => {
    const contact = await contactPointRepository.newest(session, accountId, 'SMS');
    const now = clock.now();
    const left = accountBudgets(accountId, contact?.contactDigest).map(async (budget) =>
      codesLeft(budget, await budgetRepository.startedNewestFirst(session, budget, now)),
    );
    return Math.min(...(await Promise.all(left)));
  };
}
