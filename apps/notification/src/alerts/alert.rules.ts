import type { Id } from '@bindery/kernel';
import type { AlertFacts } from './alert-facts.rules';

/** What is read out of an event: who is told, what the words need, and what it is about. */
export interface Alert {
  readonly accountId: Id<'account'>;
  readonly facts: AlertFacts;
  readonly cardId?: Id<'card'>;
  readonly bindingId?: Id<'binding'>;
}

/** What every event about a binding tells, as far as an alert needs it. */
interface BindingFact {
  readonly accountId: Id<'account'>;
  readonly cardId: Id<'card'>;
  readonly bindingId: Id<'binding'>;
  readonly provider: string;
  readonly providerName?: AlertFacts['providerName'];
  readonly at: string;
}

/** The alert of a fact about a binding; `more` is what only this fact knows. */
export const aboutBinding = (
  { accountId, cardId, bindingId, provider, providerName, at }: BindingFact,
  more: Omit<AlertFacts, 'at' | 'provider' | 'providerName'> = {},
): Alert => ({ accountId, cardId, bindingId, facts: { at, provider, providerName, ...more } });

/** The alert of a fact about an account that needs no other words than when it was. */
export const aboutAccount = ({ accountId, at }: { readonly accountId: Id<'account'>; readonly at: string }): Alert => ({
  accountId,
  facts: { at },
});
