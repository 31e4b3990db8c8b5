import type { DataSource } from 'typeorm';

/** The id of the card that pays by default; null when none can. */
export type FindDefaultCard = (accountId: string) => Promise<string | null>;

export function createFindDefaultCard(dataSource: DataSource): FindDefaultCard {
  return async (accountId) => {
    const [row]: { id: string | null }[] = await dataSource.query(
      'SELECT default_card_id AS id FROM wallet WHERE account_id = $1',
      [accountId],
    );
    return row?.id ?? null;
  };
}
