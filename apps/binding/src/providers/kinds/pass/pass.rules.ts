import { err, faultOfText, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { cleanLine, lineLength } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardIdentity, CardProvider, NewCard } from '../card-kind.rules';

export interface EnteredPass extends EnteredCard {
  readonly kind: 'PASS';
  readonly holderName: string;
}

export interface TypedPass {
  readonly holderName: string;
}

/** Characters of a name on a pass: more do not fit into its line on a phone. */
export const passNameMax = 40;

/** Reads the name that a pass is to bear: how it is spaced does not count, and what cannot stand in a line is refused. */
export function readPass(
  { holderName }: TypedPass,
  { code }: CardProvider,
): Result<NewCard<EnteredPass>, InvalidInput> {
  const field = 'card.pass.holderName';
  const fault = faultOfText(field, holderName, 10 * passNameMax);
  if (fault) return err(fault);
  const name = cleanLine(holderName);
  if (name === '') return err(invalidField(field, 'REQUIRED'));
  if (lineLength(name) > passNameMax) return err(invalidField(field, 'TOO_LONG', passNameMax));
  return ok({ entered: { kind: 'PASS', holderName: name }, identity: identifyPass(code) });
}

/** An account has one pass of a provider, whatever name stands on it. As JSON, so that it cannot pass for a number or a membership. */
export const identifyPass = (provider: string): CardIdentity => ({ reveal: () => JSON.stringify([provider, 'PASS']) });
