import type { EntityManager } from 'typeorm';
import type { Foundation } from '@bindery/subgraph';
import { toAddressKey } from '@bindery/values';
import type { ReadyFactors } from '../factors';
import { createKeyedDigest, deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import type { Purpose } from '../challenges/purpose.rules';
import type { BudgetKeys } from './budget.rules';

import { createCountCodesLeft, type CountCodesLeft } from './count-codes-left';
import { findRefusedUntil } from './find-refused-until';

/** How many codes may be asked for, by whom. */
export interface Budgets {
  /** Stands for the client's network address, which is not stored. */
  digestClient(networkAddress: string): string;
  /**
   * Undefined when one more code may be started, and then nobody else takes it before this transaction ends;
   * otherwise the moment from which it may.
   */
  findRefusedUntil(
    tx: EntityManager,
    purpose: Purpose,
    keys: Pick<BudgetKeys, 'contactDigest' | 'clientDigest'>,
    now: Date,
  ): Promise<Date | undefined>;
  readonly countCodesLeft: CountCodesLeft;
}

export interface BudgetsDeps {
  readonly config: Pick<VerificationConfig, 'CODE_KEY' | 'CODES_PER_ADDRESS_PER_DAY'>;
  readonly factors: ReadyFactors;
}

export function createBudgets({ db, clock }: Foundation, { config, factors }: BudgetsDeps): Budgets {
  const digest = createKeyedDigest(deriveKey(config.CODE_KEY, 'client'));
  const codesPerAddress = config.CODES_PER_ADDRESS_PER_DAY;
  return {
    digestClient: (networkAddress) => digest(toAddressKey(networkAddress)),
    findRefusedUntil: (tx, purpose, keys, now) => findRefusedUntil(tx, purpose, { ...keys, codesPerAddress }, now),
    countCodesLeft: createCountCodesLeft({ db, clock, factors }),
  };
}
