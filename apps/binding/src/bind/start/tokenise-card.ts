import { err, ok, type Result } from '@bindery/kernel';
import type { Connector, EnteredCard, TokenisedCard } from '../../providers';
import type { BindingRefused, ProviderUnavailable } from './start-binding.errors';

/** When to try again after a provider did not answer. */
const retryAfterMs = 10_000;

/** Hands the card to its provider, which answers a token for it. A network call: never inside a transaction. */
export async function tokeniseCard(
  connector: Connector,
  card: EnteredCard,
  now: Date,
): Promise<Result<TokenisedCard, BindingRefused | ProviderUnavailable>> {
  const answer = await connector.tokenise(card);
  if (answer.ok) return ok(answer.value);
  if (answer.error.kind === 'PROVIDER_UNAVAILABLE')
    return err({ kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(now.getTime() + retryAfterMs) });
  return err({ kind: 'BINDING_REFUSED', reason: answer.error.reason });
}
