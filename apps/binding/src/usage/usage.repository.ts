import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { UsageRecordRow } from './usage-record.entity';
import type { UsageFilter, UsageOwner } from './usage-filter.rules';
import { readUsageKey, type UsageRecord } from './usage.rules';

interface NewUsage extends UsageRecord {
  readonly accountId: Id<'account'>;
  readonly providerUsageId: string;
}

/** Keeps a use; false when the provider told of it before. */
export async function insertUsage(
  tx: EntityManager,
  { id, provider, providerUsageId, accountId, cardId, bindingId, kind, place, amount, concern, at }: NewUsage,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO usage_record (id, provider, provider_usage_id, account_id, card_id, binding_id, kind, place, amount, concern, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (provider, provider_usage_id) DO NOTHING RETURNING id`,
    [
      id,
      provider,
      providerUsageId,
      accountId,
      cardId,
      bindingId,
      kind,
      JSON.stringify(place),
      amount && JSON.stringify(amount),
      concern,
      at,
    ],
  );
  return rows.length === 1;
}

/** Every use of a card, or of an account, that the filter lets through, the newest first; keys are those of `usageKey`. */
export async function listUsage(
  db: EntityManager,
  owner: UsageOwner,
  filter: UsageFilter,
  page: PageRequest,
): Promise<Page<UsageRecord>> {
  const { direction, take, condition } = pageOf(page, 'DESC', readUsageKey);
  const { sql, values } = matching(owner, filter);
  const place = condition(['at', 'id'], values.length + 1);
  const rows: UsageRecord[] = await db.query(
    `SELECT ${columns} FROM usage_record
     WHERE ${sql} AND ${place.sql} ORDER BY at ${direction}, id ${direction} LIMIT ${take}`,
    [...values, ...place.values],
  );
  return toPage(rows, page);
}

/** The next so many of the same order, after the use of this key: what is read from one end to the other. */
export async function listUsageAfter(
  db: EntityManager,
  owner: UsageOwner,
  filter: UsageFilter,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly UsageRecord[]> {
  const { sql, values } = matching(owner, filter);
  const [at, id] = after === null ? [null, null] : readUsageKey(after);
  const next = values.length + 1;
  return db.query(
    `SELECT ${columns} FROM usage_record
     WHERE ${sql} AND ($${next}::timestamptz IS NULL OR (at, id) < ($${next}, $${next + 1})) ORDER BY at DESC, id DESC LIMIT ${limit}`,
    [...values, at, id],
  );
}

/** How many uses there are that the filter lets through. */
export async function countUsage(db: EntityManager, owner: UsageOwner, filter: UsageFilter): Promise<number> {
  const { sql, values } = matching(owner, filter);
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::integer AS count FROM usage_record WHERE ${sql}`,
    values,
  );
  return row?.count ?? 0;
}

/** Whether the card was used on this device, by its index. */
export async function hasUsage(db: EntityManager, bindingId: Id<'binding'>): Promise<boolean> {
  const rows: unknown[] = await db.query('SELECT 1 FROM usage_record WHERE binding_id = $1 LIMIT 1', [bindingId]);
  return rows.length > 0;
}

/** A use of a binding by its id. */
export const findUsage = (db: EntityManager, id: Id<'usage'>, bindingId: Id<'binding'>): Promise<UsageRecord | null> =>
  db.findOneBy(UsageRecordRow, { id, bindingId });

/** When each of these bindings was used last, by their index, some uses left aside; those that never were are not in it. */
export async function listLastUses(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
  except: readonly Id<'usage'>[] = [],
): Promise<ReadonlyMap<Id<'binding'>, Date>> {
  if (bindingIds.length === 0) return new Map();
  const rows: { id: Id<'binding'>; at: Date | null }[] = await db.query(
    `SELECT id, (SELECT at FROM usage_record WHERE binding_id = id_of.id AND usage_record.id <> ALL($2) ORDER BY at DESC LIMIT 1) AS at
     FROM unnest($1::text[]) AS id_of (id)`,
    [[...bindingIds], [...except]],
  );
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}

const columns = 'id, provider, card_id AS "cardId", binding_id AS "bindingId", kind, place, amount, concern, at';

/** What is not asked for is no condition, so that each page is a walk along the index of its owner. */
function matching(owner: UsageOwner, { from, until, kinds, providers, cards, places, amount }: UsageFilter) {
  const values: unknown[] = [];
  const $ = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    'cardId' in owner ? `card_id = ${$(owner.cardId)}` : `account_id = ${$(owner.accountId)}`,
    from && `at >= ${$(from)}`,
    until && `at < ${$(until)}`,
    kinds && `kind = ANY(${$(kinds)})`,
    providers && `provider = ANY(${$(providers)})`,
    cards && `card_id = ANY(${$(cards)})`,
    places && `(place ->> 'zh-CN' = ANY(${$(places)}) OR place ->> 'en' = ANY(${$(places)}))`,
    amount && `amount ->> 'currency' = ${$(amount.currency)}`,
    amount && `(amount ->> 'value')::bigint BETWEEN ${$(amount.least)} AND ${$(amount.most)}`,
  ];
  return { sql: conditions.filter((condition) => condition !== undefined).join(' AND '), values };
}
