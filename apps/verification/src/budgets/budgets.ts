import type { Foundation } from '@bindery/subgraph';
import { toAddressKey } from '@bindery/values';
import type { ReadyFactors } from '../factors';
import { createKeyedDigest, deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import { createCountCodesLeft, type CountCodesLeft } from './count-codes-left';
import { createFindRefusedUntil, type FindRefusedUntil } from './find-refused-until';
import type { ListStarts } from './list-starts';

/** How many codes may be asked for, by whom. */
export interface Budgets {
  /** Stands for the client's network address, which is not stored. */
  digestClient(networkAddress: string): string;
  readonly findRefusedUntil: FindRefusedUntil;
  readonly countCodesLeft: CountCodesLeft;
}

export interface BudgetsDeps {
  readonly config: Pick<VerificationConfig, 'CODE_KEY' | 'CODES_PER_ADDRESS_PER_DAY'>;
  readonly factors: ReadyFactors;
  readonly listStarts: ListStarts;
}

export function createBudgets({ db, clock }: Foundation, { config, factors, listStarts }: BudgetsDeps): Budgets {
  const digest = createKeyedDigest(deriveKey(config.CODE_KEY, 'client'));
  return {
    digestClient: (networkAddress) => digest(toAddressKey(networkAddress)),
    findRefusedUntil: createFindRefusedUntil({ listStarts, codesPerAddress: config.CODES_PER_ADDRESS_PER_DAY }),
    countCodesLeft: createCountCodesLeft({ db, clock, factors, listStarts }),
  };
}
