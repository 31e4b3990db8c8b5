import type { DataSource } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { UsageRecord } from './usage.rules';
import { UsageRecordRow } from './usage-record.entity';

/** Every use of a card, the newest first. */
export type ListUsage = (cardId: string, page: PageRequest) => Promise<Page<UsageRecord>>;

/** The place of a use in the order: uses come late and out of order, so it is the time of the use, then its id. */
export const usageKey = ({ at, id }: Pick<UsageRecord, 'at' | 'id'>): string => `${at.toISOString()} ${id}`;

export function createListUsage(dataSource: DataSource): ListUsage {
  return async (cardId, page) => {
    const query = dataSource.manager
      .createQueryBuilder(UsageRecordRow, 'usage')
      .where('usage.card_id = :cardId', { cardId });
    const place = readKey(page.after);
    // Keys are of whole milliseconds; times of uses are stored with no more.
    if (place) query.andWhere('(usage.at, usage.id) < (:at, :id)', place);
    return toPage(
      await query
        .orderBy('usage.at', 'DESC')
        .addOrderBy('usage.id', 'DESC')
        .take(page.first + 1)
        .getMany(),
      page,
    );
  };
}

function readKey(after: string | undefined): { at: Date; id: string } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) (usage_\w+)$/.exec(after ?? '');
  const at = new Date(match?.[1] ?? Number.NaN);
  return match?.[2] && !Number.isNaN(at.getTime()) ? { at, id: match[2] } : undefined;
}
