import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { PreferenceRow } from './preference.entity';
import type { PreferenceChoice } from './preference.rules';

/** What an account chose itself; defaults are not kept. */
export const listChoices = (db: EntityManager, accountId: Id<'account'>): Promise<PreferenceChoice[]> =>
  db.find(PreferenceRow, { where: { accountId }, select: { kind: true, channel: true, enabled: true } });

/** Keeps choices; of two for the same kind and channel the last counts. */
export async function saveChoices(
  tx: EntityManager,
  accountId: Id<'account'>,
  choices: readonly PreferenceChoice[],
  at: Date,
): Promise<void> {
  for (const { kind, channel, enabled } of choices) {
    await tx.query(
      `INSERT INTO preference (account_id, kind, channel, enabled, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id, kind, channel) DO UPDATE SET enabled = excluded.enabled, changed_at = excluded.changed_at`,
      [accountId, kind, channel, enabled, at],
    );
  }
}
