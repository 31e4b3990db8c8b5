import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { readUsageKey, type UsageFilter, type UsageRecord } from './usage.rules';

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

/** Every use of a card that the filter lets through, the newest first; keys are those of `usageKey`. */
export async function listUsage(
  db: EntityManager,
  cardId: Id<'card'>,
  filter: UsageFilter,
  page: PageRequest,
): Promise<Page<UsageRecord>> {
  const { direction, take, condition } = pageOf(page, 'DESC', readUsageKey);
  const values = filterValues(cardId, filter);
  const place = condition(['at', 'id'], values.length + 1);
  const rows: UsageRecord[] = await db.query(
    `SELECT id, card_id AS "cardId", binding_id AS "bindingId", kind, place, amount, at FROM usage_record
     WHERE ${matching} AND ${place.sql} ORDER BY at ${direction}, id ${direction} LIMIT ${take}`,
    [...values, ...place.values],
  );
  return toPage(rows, page);
}

/** How many uses of the card there are that the filter lets through. */
export async function countUsage(db: EntityManager, cardId: Id<'card'>, filter: UsageFilter): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::integer AS count FROM usage_record WHERE ${matching}`,
    filterValues(cardId, filter),
  );
  return row?.count ?? 0;
}

const matching = `card_id = $1 AND ($2::timestamptz IS NULL OR at >= $2) AND ($3::timestamptz IS NULL OR at < $3)
  AND ($4::text[] IS NULL OR kind = ANY($4))`;

const filterValues = (cardId: Id<'card'>, { from, until, kinds }: UsageFilter): unknown[] => [
  cardId,
  from ?? null,
  until ?? null,
  kinds ?? null,
];
