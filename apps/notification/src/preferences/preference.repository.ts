import type { SqlSession } from '@bindery/messaging';
import type { PreferenceChoice } from './preference.rules';

/** What an account chose itself; defaults are not kept. */
export const readChoices = (db: SqlSession, accountId: string): Promise<PreferenceChoice[]> =>
  db.query<PreferenceChoice>('SELECT kind, channel, enabled FROM preference WHERE account_id = $1', [accountId]);

/** Keeps choices; of two for the same kind and channel the last counts. */
export async function saveChoices(
  tx: SqlSession,
  accountId: string,
  choices: readonly PreferenceChoice[],
): Promise<void> {
  for (const { kind, channel, enabled } of choices) {
    await tx.query(
      `INSERT INTO preference (account_id, kind, channel, enabled) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id, kind, channel) DO UPDATE SET enabled = excluded.enabled, changed_at = now()`,
      [accountId, kind, channel, enabled],
    );
  }
}
