import { In, type EntityManager } from 'typeorm';
import type { Card } from './card.rules';
import { CardRow } from './card.entity';

/** The account's card with one of these fingerprints: the same card, whichever key was current when it was added. */
export function findByFingerprint(
  tx: EntityManager,
  where: Pick<Card, 'accountId' | 'provider'>,
  fingerprints: readonly string[],
): Promise<CardRow | null> {
  return tx.findOneBy(CardRow, { ...where, fingerprint: In([...fingerprints]) });
}

export async function insertCard(tx: EntityManager, card: Card, fingerprint: string): Promise<void> {
  await tx.insert(CardRow, { ...card, doors: [...card.doors], fingerprint });
}

/** What the provider tells anew each time a card is added. */
export async function refreshCard(
  tx: EntityManager,
  { id, token, brand, expiresOn, site, doors }: Card,
): Promise<void> {
  await tx.update(CardRow, { id }, { token, brand, expiresOn, site: site as never, doors: [...doors] as never });
}

/** Forgets the provider's name for the card, unless another binding of it can still be used or restored. */
export async function purgeToken(tx: EntityManager, cardId: string): Promise<void> {
  await tx.query(
    `UPDATE card SET token = NULL WHERE id = $1
     AND NOT EXISTS (SELECT 1 FROM binding WHERE card_id = $1 AND phase NOT IN ('DECLINED', 'REPLACED', 'RETIRED'))`,
    [cardId],
  );
}
