import { In, type DataSource } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Card } from '../lifecycle/card.rules';
import { CardRow } from '../lifecycle/card.entity';

/** The cards of an account that are bound, or on the way there or back, in the order they were added. */
export type ListCards = (accountId: string, page: PageRequest) => Promise<Page<Card>>;

export function createListCards(dataSource: DataSource): ListCards {
  return async (accountId, page) => {
    const ids: { id: string }[] = await dataSource.query(
      `SELECT id FROM card c WHERE account_id = $1 AND id > $2 AND EXISTS (
         SELECT 1 FROM binding b WHERE b.card_id = c.id AND b.phase NOT IN ('UNBOUND', 'DECLINED', 'REPLACED', 'RETIRED'))
       ORDER BY id LIMIT $3`,
      [accountId, page.after ?? '', page.first + 1],
    );
    const rows = await dataSource.manager.find(CardRow, {
      where: { id: In(ids.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    return toPage(rows, page);
  };
}
