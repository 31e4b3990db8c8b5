import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AbuseLedger, Claim } from '@bindery/abuse-ledger';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import type { SecurityLog } from '@bindery/service';
import { cardKindOf, type Connector, type EnteredCard, type TokenisedCard } from '../../providers';
import { canBeFound, isEnteredLost } from './is-lost-elsewhere';
import type { cardTryRules } from './card-tries.rules';
import type { BindingRefused, ProviderUnavailable, TooManyCards } from './start-binding.errors';

/** When to try again after a provider did not answer. */
const retryAfterMs = 10_000;

/** Who hands a card over, from where, and a keyed name of the card at its provider. */
export interface CardGiver {
  readonly viewer: Viewer;
  readonly clientAddress: string;
  readonly fingerprint: string;
  readonly provider: string;
  /** Where the card is to be bound. */
  readonly deviceId: Id<'device'>;
  /** What the same card is known by in other accounts. */
  readonly fingerprints: readonly string[];
}

/**
 * Hands the card to its provider, which answers a token for it. A network call: never inside a transaction. It is counted before
 * as a try and as declined, so that many at once gain nothing; what is taken was not declined, and what found no provider was no try.
 * The same card again, of the same account, is the same try: who sends one start many times hears of no budget. One that somebody else
 * reports lost who had it first is declined as any other.
 */
export type TokeniseCard = (
  connector: Connector,
  card: EnteredCard,
  giver: CardGiver,
) => Promise<Result<TokenisedCard, BindingRefused | ProviderUnavailable | TooManyCards>>;

/** What a provider says of a card that it does not take. */
const saidOfLost = (kind: string): string | undefined =>
  canBeFound(kind) ? Object.keys(cardKindOf(kind).entry?.refusals ?? {})[0] : undefined;

type CardTryRules = ReturnType<typeof cardTryRules>;

export interface TokeniseCardDeps {
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<CardTryRules>;
  readonly security: SecurityLog;
  readonly clock: Clock;
}

export function createTokeniseCard({ db, ledger, security, clock }: TokeniseCardDeps): TokeniseCard {
  return async (connector, card, { viewer, clientAddress, fingerprint, provider, deviceId, fingerprints }) => {
    const { accountId } = viewer;
    const keys = { ACTOR: viewer.accountId, DEVICE: viewer.deviceId, ADDRESS: toAddressKey(clientAddress) };
    const claims: Claim<CardTryRules>[] = [
      { act: 'card.try', keys },
      { act: 'card.decline', keys },
    ];
    const id = createHash('sha256').update(`${viewer.accountId} ${fingerprint}`).digest('base64url');
    const counted = await ledger.reserve(db, claims, { id });
    if (!counted.ok) return err({ kind: 'TOO_MANY_CARDS', retryAt: counted.error.retryAt });
    const answer = await connector.tokenise(card);
    const lostAs = answer.ok ? saidOfLost(card.kind) : undefined;
    const slot = { accountId, provider, deviceId };
    if (lostAs !== undefined && (await isEnteredLost(db, slot, fingerprints, clock.now()))) {
      security.record('lost-card-refused', { userId: accountId, labels: { subject: provider } });
      return err({ kind: 'BINDING_REFUSED', reason: lostAs });
    }
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
