import { type Id, systemClock } from '@bindery/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { toAddressKey } from '@bindery/values';
import type { Lane } from './operation-lane';

/** Requests a second, averaged over ten: a screen that opens asks for several things at once. */
export interface BudgetRates {
  readonly perAddress: number;
  readonly perAccount: number;
  /** Logins, registrations, new passwords; and, besides, codes: of an address, or of an account that asks for them. */
  readonly signInsPerAddress: number;
}

/** Who asks, by which way, for how much. */
export interface Spending {
  readonly address: string;
  readonly accountId: Id<'account'> | undefined;
  readonly lane: Lane;
  /** Root fields: an operation with four logins spends as four. */
  readonly fields: number;
}

const windowSeconds = 10;

/** What of an address may arrive at all, as a multiple of what may be served: above it not even the body is read. */
const arrivals = 4;

/** Of what is reserved, as a part of the budget besides the ordinary one. */
const reservedPart = 0.5;

export interface Budgets {
  /** Before anything of a request is read. Answers when to come back, or undefined. */
  arrive(address: string): Promise<Date | undefined>;
  /** Once it is known what it asks for and for whom; each way has budgets of its own. */
  spend(spending: Spending): Promise<Date | undefined>;
}

/** Budgets of one process, in memory: behind a load balancer each gateway grants its own. What is spent is forgotten after ten seconds. */
export function createBudgets({ perAddress, perAccount, signInsPerAddress }: BudgetRates): Budgets {
  const budget = (rate: number) =>
    new RateLimiterMemory({ points: Math.max(1, Math.round(rate * windowSeconds)), duration: windowSeconds });
  const arriving = budget(perAddress * arrivals);
  const signIns = () => ({ address: budget(signInsPerAddress), account: budget(signInsPerAddress) });
  const ofLane: Readonly<Record<Lane, { address: RateLimiterMemory; account: RateLimiterMemory }>> = {
    ordinary: { address: budget(perAddress), account: budget(perAccount) },
    reserved: { address: budget(perAddress * reservedPart), account: budget(perAccount * reservedPart) },
    passwords: signIns(),
    codes: signIns(),
  };
  return {
    arrive: (address) => spendOne(arriving, toAddressKey(address)),
    async spend({ address, accountId, lane, fields }) {
      const { address: byAddress, account: byAccount } = ofLane[lane];
      const points = lane === 'passwords' || lane === 'codes' ? Math.max(1, fields) : 1;
      // Who is signed in answers for himself; the address he shares with many others is charged for strangers only.
      return accountId === undefined
        ? spendOne(byAddress, toAddressKey(address), points)
        : spendOne(byAccount, accountId, points);
    },
  };
}

async function spendOne(limiter: RateLimiterMemory, key: string, points = 1): Promise<Date | undefined> {
  try {
    await limiter.consume(key, points);
    return undefined;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return new Date(systemClock.nowMs() + spent.msBeforeNext);
  }
}
