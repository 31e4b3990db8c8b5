import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountResolver, accountReference } from './account.resolver';
import { AccountType } from './account.type';
import { createListWaiting } from './list-waiting';
import { WaitingBinding, WaitingChallenge } from './waiting.type';

export const waitingClasses = {
  resolvers: [AccountResolver],
  // Account is reached by reference only, what waits only behind its interface.
  types: [AccountType, WaitingChallenge, WaitingBinding],
} satisfies FeatureClasses;

/** What waits for a holder: codes to enter, bindings to confirm or to activate. */
export function createWaiting({ db, clock }: Pick<Foundation, 'db' | 'clock'>) {
  const feature: Feature = {
    resolvers: [new AccountResolver({ clock, listWaiting: createListWaiting(db) })],
    references: { Account: accountReference },
  };
  return { feature };
}
