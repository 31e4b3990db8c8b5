import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import { UsageRecordRow } from './usage-record.entity';
import { readUsageKey, type UsageRecord } from './usage.rules';

interface NewUsage extends UsageRecord {
  readonly provider: string;
  readonly providerUsageId: string;
}

/** Keeps a use; false when the provider told of it before. */
export async function insertUsage(
  tx: EntityManager,
  { id, provider, providerUsageId, cardId, bindingId, kind, place, amount, at }: NewUsage,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO usage_record (id, provider, provider_usage_id, card_id, binding_id, kind, place, amount, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (provider, provider_usage_id) DO NOTHING RETURNING id`,
    [
      id,
      provider,
      providerUsageId,
      cardId,
      bindingId,
      kind,
      JSON.stringify(place),
      amount && JSON.stringify(amount),
      at,
    ],
  );
  return rows.length === 1;
}

/** Every use of a card, the newest first. */
export async function listUsage(db: EntityManager, cardId: Id<'card'>, page: PageRequest): Promise<Page<UsageRecord>> {
  const query = db.createQueryBuilder(UsageRecordRow, 'usage').where('usage.card_id = :cardId', { cardId });
  const place = readUsageKey(page.after);
  // Keys are of whole milliseconds; times of uses are stored with no more.
  if (place) query.andWhere('(usage.at, usage.id) < (:at, :id)', place);
  query.orderBy('usage.at', 'DESC').addOrderBy('usage.id', 'DESC');
  return toPage(await query.take(page.first + 1).getMany(), page);
}
