import { err, faultOfText, ok, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../../catalogue';
import type { FactBook } from '../../lifecycle';
import { cardKinds, type Connectors } from '../../providers';
import { agreedTerms, type AgreedTerms } from './agreed-terms.rules';
import type { BeginBinding } from './begin-binding';
import type { StartBindingError, StartRefusal, TermsChanged } from './start-binding.errors';
import type { CardFingerprints } from './card-fingerprint.rules';
import { readNewCard, type NewCardFields } from './read-new-card.rules';
import { refuseBeginning } from './refuse-beginning';
import type { TokeniseCard } from './tokenise-card';

interface StartBindingCommand {
  readonly viewer: Viewer;
  readonly clientAddress: string;
  readonly idempotencyKey: string;
  readonly provider: string;
  readonly deviceId: Id<'device'>;
  readonly consent: { readonly text: string; readonly version: string };
  readonly card: NewCardFields;
}

type Begun = { readonly bindingId: Id<'binding'> };
/** What is agreed to, and nothing done of it. */
type NotDoneYet = { readonly kind: 'NOT_DONE_YET'; readonly consent: AgreedTerms };
type NotBegun = StartRefusal | TermsChanged | NotDoneYet;
export type StartBinding = (command: StartBindingCommand) => Promise<Result<Begun, StartBindingError>>;

interface StartBindingDeps {
  readonly once: Once;
  readonly facts: FactBook;
  readonly beginBinding: BeginBinding;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
  readonly fingerprints: CardFingerprints;
  readonly tokeniseCard: TokeniseCard;
}

/**
 * Begins to bind a card. Its number is checked here, handed to the provider's tokenisation before the transaction, and
 * forgotten: what stays is the token, the last four digits and a keyed fingerprint.
 */
export function createStartBinding({
  once,
  facts,
  beginBinding,
  profiles,
  connectors,
  fingerprints,
  tokeniseCard,
}: StartBindingDeps): StartBinding {
  return async ({ viewer, clientAddress, idempotencyKey, provider, deviceId, consent: { text, version }, card }) => {
    const profile = profiles.get(provider);
    if (!profile) return err({ kind: 'PROVIDER_UNKNOWN' });
    const fault = faultOfText('consent.text', text, 10_000) ?? faultOfText('consent.version', version, 64);
    if (fault) return err(fault);
    const newCard = readNewCard(card, profile, cardKinds);
    if (!newCard.ok) return newCard;
    const { entered, identity } = newCard.value;
    const request = { provider, deviceId, consent: { text, version }, card: fingerprints.keep(identity) };
    const command = { owner: viewer.accountId, operation: 'startBinding', idempotencyKey, request };

    // Before the number goes anywhere: a repetition has its answer already, and a hopeless start ends here.
    const before = await once(command, async (tx): Promise<Result<Begun, NotBegun>> => {
      const refused = await refuseBeginning(tx, facts, viewer, deviceId);
      if (refused) return err(refused);
      const consent = agreedTerms({ text, version }, profile.terms);
      return err(consent ? { kind: 'NOT_DONE_YET', consent } : { kind: 'TERMS_CHANGED', terms: profile.terms });
    });
    if (before.ok) return ok(before.value);
    if (before.error.kind !== 'NOT_DONE_YET') return err(before.error);

    const { consent } = before.error;
    const giver = { viewer, clientAddress, fingerprint: `${provider} ${request.card}` };
    const tokenised = await tokeniseCard(connectors(provider), entered, giver);
    if (!tokenised.ok) return tokenised;
    const begin = () =>
      once(command, (tx) =>
        beginBinding(tx, { viewer, profile, deviceId, consent, identity, tokenised: tokenised.value }),
      );
    return begin().catch((error: unknown) => {
      // A restore took the slot between the look and the commit: looked at again, it is there.
      if (isUniqueViolation(error, 'binding_slot')) return begin();
      throw error;
    });
  };
}
