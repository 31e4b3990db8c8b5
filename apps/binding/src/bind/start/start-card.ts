import type { EntityManager } from 'typeorm';
import { err, faultOfText, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../../catalogue';
import type { FactBook } from '../../lifecycle';
import { cardKinds, type CardIdentity, type Connectors } from '../../providers';
import { agreedTerms, type AgreedTerms } from './agreed-terms.rules';
import type { BeginBinding } from './begin-binding';
import type { CardFingerprints } from './card-fingerprint.rules';
import type { Follows } from './follows.rules';
import { readNewCard, type NewCardFields } from './read-new-card.rules';
import { refuseBeginning, refuseDevice, refuseFollowing } from './refuse-beginning';
import type { StartBindingError, StartRefusal, TermsChanged } from './start-binding.errors';
import type { CardGiver, TokeniseCard } from './tokenise-card';

export interface StartCardCommand {
  readonly viewer: Viewer;
  readonly clientAddress: string;
  readonly idempotencyKey: string;
  readonly provider: string;
  readonly deviceId: Id<'device'>;
  readonly consent: { readonly text: string; readonly version: string };
  readonly card: NewCardFields;
}

/** For what a card is begun, where that asks for more than a start does. */
export interface StartPurpose<E> {
  /** Whose idempotency keys. */
  readonly operation: string;
  /** What makes it the same request, besides the card. */
  readonly request: object;
  /** The earlier binding that it comes after. */
  readonly follows: Follows | null;
  /** Why it cannot be, looked at before the card goes anywhere. */
  readonly refuse?: (tx: EntityManager) => Promise<E | null>;
  /** What is written with the new binding. */
  readonly begun?: (tx: EntityManager, bindingId: Id<'binding'>, at: Date) => Promise<Result<undefined, E>>;
}

type Begun = { readonly bindingId: Id<'binding'> };
/** What is agreed to, and nothing done of it. */
type NotDoneYet = { readonly kind: 'NOT_DONE_YET'; readonly consent: AgreedTerms };
type NotBegun = StartRefusal | TermsChanged;
export type StartCard = <E extends { readonly kind: string } = never>(
  command: StartCardCommand,
  purpose: StartPurpose<E>,
) => Promise<Result<Begun, StartBindingError | E>>;

export interface StartCardDeps {
  readonly once: Once;
  readonly facts: FactBook;
  readonly beginBinding: BeginBinding;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
  readonly fingerprints: CardFingerprints;
  readonly tokeniseCard: TokeniseCard;
  readonly clock: Clock;
}

/**
 * Begins to bind a card, for whatever purpose. Its number is checked here, handed to the provider's tokenisation before the transaction, and
 * forgotten: what stays is the token, the last four digits and a keyed fingerprint.
 */
export function createStartCard({
  once,
  facts,
  beginBinding,
  profiles,
  connectors,
  fingerprints,
  tokeniseCard,
  clock,
}: StartCardDeps): StartCard {
  return async <E extends { readonly kind: string }>(
    { viewer, clientAddress, idempotencyKey, provider, deviceId, consent: shown, card }: StartCardCommand,
    { operation, request: more, follows, refuse, begun }: StartPurpose<E>,
  ): Promise<Result<Begun, StartBindingError | E>> => {
    const { text, version } = shown;
    const profile = profiles.get(provider);
    if (!profile) return err({ kind: 'PROVIDER_UNKNOWN' });
    const fault = faultOfText('consent.text', text, 10_000) ?? faultOfText('consent.version', version, 64);
    if (fault) return err(fault);
    const newCard = readNewCard(card, profile, cardKinds, clock.now());
    if (!newCard.ok) return newCard;
    const { entered, identity } = newCard.value;
    const request = { provider, deviceId, consent: { text, version }, card: fingerprints.keep(identity), ...more };
    const command = { owner: viewer.accountId, operation, idempotencyKey, request };

    // Before the number goes anywhere: a repetition has its answer already, and a hopeless start ends here.
    const before = await once(
      command,
      async (tx): Promise<Result<Begun, NotBegun | StartBindingError | E | NotDoneYet>> => {
        const following = {
          accountId: viewer.accountId,
          provider,
          deviceId,
          fingerprints: fingerprints.lookUp(identity),
          now: clock.now(),
        };
        const refused =
          (await refuseBeginning(tx, facts, viewer, deviceId)) ??
          (await refuseDevice(tx, profile, deviceId)) ??
          (await refuse?.(tx)) ??
          (follows && (await refuseFollowing(tx, following, follows)));
        if (refused) return err(refused);
        const consent = agreedTerms({ text, version }, profile.terms);
        return err(consent ? { kind: 'NOT_DONE_YET', consent } : { kind: 'TERMS_CHANGED', terms: profile.terms });
      },
    );
    if (before.ok) return ok(before.value);
    if (!isNotDoneYet(before.error)) return err(before.error);

    const { consent } = before.error;
    const giver = { viewer, clientAddress, provider, deviceId, ...namesOf(provider, newCard.value, fingerprints) };
    const tokenised = await tokeniseCard(connectors(provider), entered, giver);
    if (!tokenised.ok) return tokenised;
    const begin = () =>
      once(command, async (tx): Promise<Result<Begun, NotBegun | E>> => {
        const began = await beginBinding(tx, {
          viewer,
          profile,
          deviceId,
          consent,
          identity,
          tokenised: tokenised.value,
          follows,
        });
        const also = began.ok ? await begun?.(tx, began.value.bindingId, clock.now()) : undefined;
        return also && !also.ok ? also : began;
      });
    return begin().catch((error: unknown) => {
      // A restore took the slot between the look and the commit, or another the place of a card that moves: looked at again, it is there.
      if (isUniqueViolation(error, 'binding_slot') || isUniqueViolation(error, 'succession_of_one')) return begin();
      throw error;
    });
  };
}

const isNotDoneYet = (error: { readonly kind: string }): error is NotDoneYet => error.kind === 'NOT_DONE_YET';

/** What the card is counted by as a try, and what it is known by wherever it is kept. */
const namesOf = (
  provider: string,
  { identity, attempt = identity }: { readonly identity: CardIdentity; readonly attempt?: CardIdentity },
  { keep, lookUp }: CardFingerprints,
): Pick<CardGiver, 'fingerprint' | 'fingerprints'> => ({
  fingerprint: `${provider} ${keep(attempt)}`,
  fingerprints: lookUp(identity),
});
