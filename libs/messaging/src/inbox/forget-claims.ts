import type { Id } from '@bindery/kernel';
import type { SqlSession } from '../sql-session';

/** Forgets that a consumer handled these events, so that they take effect again when they come again; how many it had handled. */
export async function forgetClaims(
  session: SqlSession,
  consumer: string,
  eventIds: readonly Id<'event'>[],
): Promise<number> {
  const [row] = await session.query<{ forgotten: string }>(
    `with forgotten as (delete from inbox_events where consumer = $1 and event_id = any ($2::text[]) returning 1) select count(*) as forgotten from forgotten`,
    [consumer, eventIds],
  );
  return Number(row?.forgotten ?? 0);
}
