import { err, ok, type Result } from '@bindery/kernel';
import type { BindingErrorOf } from '../lifecycle/lifecycle.errors';
import type { CardInput, Connector, TokenisedCard } from '../providers/connector';

/** When to try again after a provider did not answer. */
const retryAfterMs = 10_000;

/** Hands the card to its provider, which answers a token for it. A network call: never inside a transaction. */
export async function tokeniseCard(
  connector: Connector,
  input: CardInput,
  now: Date,
): Promise<Result<TokenisedCard, BindingErrorOf<'BINDING_REFUSED' | 'PROVIDER_UNAVAILABLE'>>> {
  const answer = await connector.tokenise(input);
  if (answer.ok) return ok(answer.value);
  if (answer.error.kind === 'PROVIDER_UNAVAILABLE')
    return err({ kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(now.getTime() + retryAfterMs) });
  return err({ kind: 'BINDING_REFUSED', reason: answer.error.kind });
}
