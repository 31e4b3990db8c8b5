import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AbuseLedger, Claim } from '@bindery/abuse-ledger';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import type { Connector, EnteredCard, TokenisedCard } from '../../providers';
import type { cardTryRules } from './card-tries.rules';
import type { BindingRefused, ProviderUnavailable, TooManyCards } from './start-binding.errors';

/** When to try again after a provider did not answer. */
const retryAfterMs = 10_000;

/** Who hands a card over, from where, and a keyed name of the card at its provider. */
export interface CardGiver {
  readonly viewer: Viewer;
  readonly clientAddress: string;
  readonly fingerprint: string;
}

/**
 * Hands the card to its provider, which answers a token for it. A network call: never inside a transaction. It is counted before
 * as a try and as declined, so that many at once gain nothing; what is taken was not declined, and what found no provider was no try.
 * The same card again, of the same account, is the same try: who sends one start many times hears of no budget.
 */
export type TokeniseCard = (
  connector: Connector,
  card: EnteredCard,
  giver: CardGiver,
) => Promise<Result<TokenisedCard, BindingRefused | ProviderUnavailable | TooManyCards>>;

type CardTryRules = ReturnType<typeof cardTryRules>;

export interface TokeniseCardDeps {
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<CardTryRules>;
  readonly clock: Clock;
}

export function createTokeniseCard({ db, ledger, clock }: TokeniseCardDeps): TokeniseCard {
  return async (connector, card, { viewer, clientAddress, fingerprint }) => {
    const keys = { ACTOR: viewer.accountId, DEVICE: viewer.deviceId, ADDRESS: toAddressKey(clientAddress) };
    const claims: Claim<CardTryRules>[] = [
      { act: 'card.try', keys },
      { act: 'card.decline', keys },
    ];
    const id = createHash('sha256').update(`${viewer.accountId} ${fingerprint}`).digest('base64url');
    const counted = await ledger.reserve(db, claims, { id });
    if (!counted.ok) return err({ kind: 'TOO_MANY_CARDS', retryAt: counted.error.retryAt });
    const answer = await connector.tokenise(card);
    if (answer.ok) {
      await ledger.refund(db, counted.value.id, ['card.decline']);
      return ok(answer.value);
    }
    if (answer.error.kind !== 'PROVIDER_UNAVAILABLE')
      return err({ kind: 'BINDING_REFUSED', reason: answer.error.reason });
    await ledger.refund(db, counted.value.id);
    return err({ kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(clock.now().getTime() + retryAfterMs) });
  };
}
