import { ok, type Result } from '@bindery/kernel';
import type { NotTaken } from '../providers/kinds/card-kind';
import type { Provider } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { tokenOf } from './token-of';

/** Takes a card, in whatever way its kind is handed in, for a token and what the platform is told of the card. */
export function giveToken(
  { tokenKey, cards }: SimulatorState,
  provider: Provider,
  asked: unknown,
  now: Date,
): Result<object, NotTaken> {
  const handedIn = provider.handIn(asked, now);
  if (!handedIn.ok) return handedIn;
  const { identity, card, told } = handedIn.value;
  const token = tokenOf(tokenKey, provider.code, identity);
  cards.put(token, { token, provider: provider.code, ...card });
  return ok({ token, ...told });
}
