import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { FactorDeps, ReadyFactor } from './factor-module';
import { offeredFactors, offerOf, type Factor } from './registry';

/** The factors that are offered, ready for work. */
export interface ReadyFactors {
  /** Throws for a factor that is not offered: no challenge has it. */
  of(factor: Factor): ReadyFactor;
  /** Undefined for a factor that is not offered. */
  find(factor: Factor): ReadyFactor | undefined;
  /** Others that reach the account now; none for somebody who is not signed in. */
  listAlternatives(tx: EntityManager, accountId: Id<'account'> | null, except: Factor): Promise<Factor[]>;
}

export function createReadyFactors(deps: FactorDeps): ReadyFactors {
  const ready = new Map(offeredFactors.map((factor) => [factor, offerOf(factor).create(deps)]));
  return {
    find: (factor) => ready.get(factor),
    of(factor) {
      const found = ready.get(factor);
      if (!found) throw new Error(`the factor ${factor} is not offered`);
      return found;
    },
    async listAlternatives(tx, accountId, except) {
      const reached: Factor[] = [];
      for (const [factor, { findRecipient }] of ready)
        if (accountId && factor !== except && (await findRecipient(tx, { accountId }))) reached.push(factor);
      return reached;
    },
  };
}
