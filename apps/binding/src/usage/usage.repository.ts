import type { EntityManager } from 'typeorm';
import type { UsageRecord } from './usage.rules';

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
