import type { EntityManager } from 'typeorm';
import type { Locale } from '@bindery/localisation';

export const accountLocaleRepository = {
  /** Keeps the language of an account; false when something as new or newer is known. */
  async keep(tx: EntityManager, accountId: string, locale: Locale, sequence: number): Promise<boolean> {
    const kept: unknown[] = await tx.query(
      `INSERT INTO account_locale AS known (account_id, locale, sequence) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale, sequence = excluded.sequence
       WHERE known.sequence < excluded.sequence
       RETURNING account_id`,
      [accountId, locale, sequence],
    );
    return kept.length === 1;
  },

  async of(session: EntityManager, accountId: string): Promise<Locale | undefined> {
    const [row]: { locale: Locale }[] = await session.query('SELECT locale FROM account_locale WHERE account_id = $1', [
      accountId,
    ]);
    return row?.locale;
  },
};
