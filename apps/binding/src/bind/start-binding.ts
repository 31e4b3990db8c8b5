import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { isUniqueViolation } from '@bindery/persistence';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import type { CardFingerprints } from './card-fingerprint.rules';
import type { Connectors } from '../providers/connector';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Attempt } from '../use-cases/attempt';
import { refuseBeginning, type BeginBinding, type StartRefusal } from './begin-binding';
import type { Caller } from '../use-cases/caller';
import { readNewCard, type NewCardInput } from './read-new-card.rules';
import { tokeniseCard } from './tokenise-card';

interface StartBindingCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly provider: string;
  readonly deviceId: string;
  readonly consent: { readonly text: string; readonly version: string };
  readonly card: NewCardInput;
}

type StartBindingError =
  RequestError | StartRefusal | BindingErrorOf<'CARD_NUMBER_INVALID' | 'PROVIDER_UNKNOWN' | 'PROVIDER_UNAVAILABLE'>;

export type StartBinding = (command: StartBindingCommand) => Promise<Result<{ bindingId: string }, StartBindingError>>;

interface StartBindingDeps {
  readonly attempt: Attempt;
  readonly beginBinding: BeginBinding;
  readonly catalogue: { readonly profiles: ReadonlyMap<string, ProviderProfile>; readonly connectors: Connectors };
  readonly fingerprints: CardFingerprints;
  readonly clock: Clock;
}

/**
 * Begins to bind a card. Its number is checked here, handed to the provider's tokenisation before the transaction, and
 * forgotten: what stays is the token, the last four digits and a keyed fingerprint.
 */
export function createStartBinding({
  attempt,
  beginBinding,
  catalogue,
  fingerprints,
  clock,
}: StartBindingDeps): StartBinding {
  return async ({ caller, idempotencyKey, provider, deviceId, consent: { text, version }, card }) => {
    const profile = catalogue.profiles.get(provider);
    if (!profile) return err({ kind: 'PROVIDER_UNKNOWN' });
    if (!isOfLength(text, 10_000)) return err({ kind: 'INVALID_INPUT', field: 'consent.text' });
    if (!isOfLength(version, 64)) return err({ kind: 'INVALID_INPUT', field: 'consent.version' });
    const newCard = readNewCard(card, profile);
    if (!newCard.ok) return newCard;
    const { input, identity } = newCard.value;
    const request = { provider, deviceId, consent: { text, version }, card: fingerprints.keep(identity) };
    const command = { caller, operation: 'startBinding', idempotencyKey, request };

    // Before the number goes anywhere: a repetition has its answer already, and a hopeless start ends here.
    const before = await attempt(
      command,
      async (tx): Promise<Result<{ bindingId: string }, StartRefusal | { kind: 'NOT_DONE_YET' }>> =>
        err((await refuseBeginning(tx, caller, deviceId)) ?? { kind: 'NOT_DONE_YET' }),
    );
    if (before.ok) return ok(before.value);
    if (before.error.kind !== 'NOT_DONE_YET') return err(before.error);

    const tokenised = await tokeniseCard(catalogue.connectors(provider), input, clock.now());
    if (!tokenised.ok) return tokenised;
    const consent = { text, version };
    const begin = () =>
      attempt(command, (tx) =>
        beginBinding(tx, { caller, profile, deviceId, consent, identity, tokenised: tokenised.value }),
      );
    return begin().catch((error: unknown) => {
      // A restore took the slot between the look and the commit: looked at again, it is there.
      if (isUniqueViolation(error, 'binding_slot')) return begin();
      throw error;
    });
  };
}

const isOfLength = (text: string, most: number) => text.trim().length > 0 && text.length <= most;
