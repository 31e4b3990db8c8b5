import type { SqlSession } from '@bindery/messaging';
import { defaultTimeZone } from './time-zone.rules';

/** The time zone in which an account reads moments, an IANA name. */
export type GetTimeZone = (accountId: string) => Promise<string>;

export const createGetTimeZone =
  (db: SqlSession): GetTimeZone =>
  async (accountId) => {
    const [row] = await db.query<{ timeZone: string }>(
      'SELECT time_zone AS "timeZone" FROM recipient WHERE account_id = $1',
      [accountId],
    );
    return row?.timeZone ?? defaultTimeZone;
  };
