import type { SqlSession } from '@bindery/messaging';

/** How many notifications of an account are unread; answered by a partial index. */
export type CountUnread = (accountId: string) => Promise<number>;

export const createCountUnread =
  (db: SqlSession): CountUnread =>
  async (accountId) => {
    const [row] = await db.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM notification WHERE account_id = $1 AND read_at IS NULL',
      [accountId],
    );
    return row?.count ?? 0;
  };
