import type { EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import { findByFingerprint, insertCard, saveCard, type Card } from '../../lifecycle';
import type { CardIdentity, TokenisedCard } from '../../providers';
import type { CardFingerprints } from './card-fingerprint.rules';

interface CardToKeep {
  readonly accountId: Card['accountId'];
  readonly profile: { readonly code: string; readonly kind: string };
  readonly identity: CardIdentity;
  readonly tokenised: TokenisedCard;
  readonly at: Date;
}

/** The account's card of this fingerprint, so that its history goes on; a new one if it never had it. */
export async function findOrCreateCard(
  tx: EntityManager,
  fingerprints: CardFingerprints,
  { accountId, profile, identity, tokenised, at }: CardToKeep,
): Promise<Card> {
  const known = await findByFingerprint(tx, { accountId, provider: profile.code }, fingerprints.lookUp(identity));
  const { token, lastFour, brand = null, expiresOn = null, site = null, doors = [] } = tokenised;
  const details = { token, lastFour, brand, expiresOn, site, doors };
  if (known) {
    const card: Card = { ...known, ...details };
    await saveCard(tx, card);
    return card;
  }
  const card: Card = {
    id: newId('card', at.getTime()),
    accountId,
    provider: profile.code,
    kind: profile.kind,
    addedAt: at,
    ...details,
  };
  await insertCard(tx, card, fingerprints.keep(identity));
  return card;
}
