import { In, type EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import { CardExpiryNoticeRow } from './expiry-notice.entity';

/** Notices of these cards, of earlier days of theirs too. */
export const listNotices = (
  db: EntityManager,
  cardIds: readonly Id<'card'>[],
): Promise<Pick<CardExpiryNoticeRow, 'cardId' | 'expiresOn' | 'daysBefore'>[]> =>
  db.findBy(CardExpiryNoticeRow, { cardId: In([...cardIds]) });

/** False when it was given before. */
export async function insertNotice(
  tx: EntityManager,
  { cardId, expiresOn, daysBefore, givenAt }: CardExpiryNoticeRow,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO card_expiry_notice (card_id, expires_on, days_before, given_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING card_id`,
    [cardId, expiresOn, daysBefore, givenAt],
  );
  return rows.length > 0;
}
