import type { Alert } from '../use-cases/notify';

/** What every event about a binding tells, as far as an alert needs it. */
interface BindingFact {
  readonly accountId: string;
  readonly cardId: string;
  readonly bindingId: string;
  readonly provider: string;
  readonly providerName?: Alert['facts']['providerName'];
  readonly at: string;
}

/** The alert of a fact about a binding; `more` is what only this fact knows. */
export const aboutBinding = (
  { accountId, cardId, bindingId, provider, providerName, at }: BindingFact,
  more: Omit<Alert['facts'], 'at' | 'provider' | 'providerName'> = {},
): Alert => ({
  accountId,
  cardId,
  bindingId,
  facts: { at, provider, providerName, ...more },
});
