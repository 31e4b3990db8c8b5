import type { Id } from '@bindery/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { toAddressKey } from '@bindery/values';

/** Requests a second, averaged over ten: a screen that opens asks for several things at once. */
export interface BudgetRates {
  readonly perAddress: number;
  readonly perAccount: number;
}

const windowSeconds = 10;

/** What of an address may arrive at all, as a multiple of what may be served: above it not even the body is read. */
const arrivals = 4;

/** Of what is reserved, as a part of the budget besides the ordinary one. */
const reservedPart = 0.5;

export interface Budgets {
  /** Before anything of a request is read. Answers when to come back, or undefined. */
  arrive(address: string): Promise<Date | undefined>;
  /** Once it is known what it asks for and for whom; reserved operations have budgets of their own. */
  spend(who: {
    readonly address: string;
    readonly accountId: Id<'account'> | undefined;
    readonly reserved: boolean;
  }): Promise<Date | undefined>;
}

/** Budgets of one process, in memory: behind a load balancer each gateway grants its own. What is spent is forgotten after ten seconds. */
export function createBudgets({ perAddress, perAccount }: BudgetRates): Budgets {
  const budget = (rate: number) =>
    new RateLimiterMemory({ points: Math.max(1, Math.round(rate * windowSeconds)), duration: windowSeconds });
  const arriving = budget(perAddress * arrivals);
  const ordinary = { address: budget(perAddress), account: budget(perAccount) };
  const reserved = { address: budget(perAddress * reservedPart), account: budget(perAccount * reservedPart) };
  return {
    arrive: (address) => spendOne(arriving, toAddressKey(address)),
    async spend({ address, accountId, reserved: isReserved }) {
      const { address: byAddress, account: byAccount } = isReserved ? reserved : ordinary;
      // Who is signed in answers for himself; the address he shares with many others is charged for strangers only.
      return accountId === undefined ? spendOne(byAddress, toAddressKey(address)) : spendOne(byAccount, accountId);
    },
  };
}

async function spendOne(limiter: RateLimiterMemory, key: string): Promise<Date | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return new Date(Date.now() + spent.msBeforeNext);
  }
}
