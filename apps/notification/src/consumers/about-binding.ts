import type { Alert } from '../alerts/notify';

/** What every event about a binding tells, as far as an alert needs it. */
interface BindingFact {
  readonly accountId: string;
  readonly cardId: string;
  readonly bindingId: string;
  readonly provider: string;
  readonly at: string;
}

/** The alert of a fact about a binding; `more` is what only this fact knows. */
export const aboutBinding = (
  { accountId, cardId, bindingId, provider, at }: BindingFact,
  more: Omit<Alert['facts'], 'at' | 'provider'> = {},
): Alert => ({
  accountId,
  cardId,
  bindingId,
  facts: { at, provider, ...more },
});
