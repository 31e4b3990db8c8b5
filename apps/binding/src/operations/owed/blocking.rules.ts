import type { Money } from '@bindery/values';
import type { ProviderProfile } from '../../catalogue/provider-profile.rules';
import type { Obligations } from '../../providers/connector.rules';

export const hasBalance = (obligations: Obligations): obligations is Obligations & { balance: Money } =>
  (obligations.balance?.value ?? 0) > 0;

/** What of all that hangs on a card keeps it from being taken off, as its provider's policy has it. */
export function blockingOf(obligations: Obligations, policy: ProviderProfile['unbindObligations']) {
  const { pending, mandates, loans = [] } = obligations;
  const there = [
    { code: 'BALANCE', policy: policy.balance, isThere: hasBalance(obligations) },
    { code: 'PENDING_PAYMENT', policy: policy.pendingPayment, isThere: pending.length > 0 },
    { code: 'MANDATE', policy: policy.mandate, isThere: mandates.length > 0 },
    { code: 'LOAN', policy: policy.loan, isThere: loans.length > 0 },
  ] as const;
  return there.filter(({ policy, isThere }) => policy === 'BLOCKS' && isThere).map(({ code }) => code);
}

export const owedCodes = ['BALANCE', 'PENDING_PAYMENT', 'LOAN'] as const;
export type OwedCode = (typeof owedCodes)[number];

/** What of it keeps a replaced card at its provider. Mandates go over to the new card, or are a case by then. */
export const owedOf = (obligations: Obligations, policy: ProviderProfile['unbindObligations']): OwedCode[] =>
  blockingOf(obligations, policy).filter((code) => code !== 'MANDATE');
