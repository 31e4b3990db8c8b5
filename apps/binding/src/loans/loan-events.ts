import type { DataOf } from '@bindery/event-contracts';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import type { Loan } from './loan.rules';

type Fact = 'requested' | 'opened' | 'refused' | 'ended';
type Common =
  'loanId' | 'bindingId' | 'cardId' | 'accountId' | 'provider' | 'providerName' | 'principal' | 'months' | 'at';

/** Tells a fact of a loan, whose version is that of the event. */
export type TellLoan = <F extends Fact>(
  tx: EntityManager,
  loan: Loan,
  fact: F,
  told: Omit<DataOf<`bindery.loan.${F}.v1`>, Common>,
  at: Date,
) => Promise<void>;

export const createTellLoan =
  (outbox: Outbox, nameOf: (provider: string) => InBothLanguages): TellLoan =>
  async (tx, { id, version, bindingId, cardId, accountId, provider, principal, months }, fact, told, at) => {
    const about = { loanId: id, bindingId, cardId, accountId, provider, providerName: nameOf(provider) };
    const { value, currency } = principal;
    await outbox.append(tx, {
      type: `bindery.loan.${fact}.v1`,
      key: id,
      sequence: version,
      data: { ...about, principal: { value, currency }, months, ...told, at: at.toISOString() },
    } as never);
  };
