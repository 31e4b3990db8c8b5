import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import { storableText } from './storable-text';

/** A message that was put aside, as operators see it. */
export interface DeadLetter extends IncomingMessage {
  /** Number of the letter in its service. */
  readonly position: string;
  readonly consumer: string;
  readonly eventType: string | null;
  readonly cause: string;
  /** How often it was tried; 0 if it could not be read. */
  readonly tries: number;
  readonly failedAt: Date;
  /** OPEN: waits for somebody to decide. ASKED: will be tried again by the running consumers. */
  readonly state: 'OPEN' | 'ASKED' | 'REPLAYED' | 'DISCARDED';
}

/** Which of the open letters: of these numbers, or of this type of event; all if nothing is said. */
export interface DeadLetterFilter {
  readonly positions?: readonly string[] | undefined;
  readonly eventType?: string | undefined;
}

// Without a moment of resolution, "REPLAYED" is a wish.
const columns = `position, consumer, topic, partition, "offset", event_type as "eventType", key, headers, value, cause, tries, failed_at as "failedAt",
  case when resolution is null then 'OPEN' when resolved_at is null then 'ASKED' else resolution end as state`;

/** Open letters and those asked to be replayed, the oldest first, at most a thousand. */
export function listDeadLetters(
  session: SqlSession,
  { positions, eventType }: DeadLetterFilter = {},
): Promise<DeadLetter[]> {
  return session.query<DeadLetter>(
    `select ${columns} from dead_letters where resolved_at is null
     and ($1::bigint[] is null or position = any ($1)) and ($2::text is null or event_type = $2) order by position limit 1000`,
    [positions ?? null, eventType ?? null],
  );
}

/** One letter, also one that is resolved; undefined if there is none of that number. */
export async function findDeadLetter(session: SqlSession, position: string): Promise<DeadLetter | undefined> {
  return (await session.query<DeadLetter>(`select ${columns} from dead_letters where position = $1`, [position]))[0];
}

/** How many letters of a consumer wait for somebody, or for a replay that was asked for. */
export async function countOpenLetters(session: SqlSession, consumer: string): Promise<number> {
  const [row] = await session.query<{ count: string }>(
    'select count(*) from dead_letters where consumer = $1 and resolved_at is null',
    [consumer],
  );
  return Number(row?.count ?? 0);
}

/** Asks the running consumers to try open letters again, which they do within seconds; how many were open. */
export const askForReplay = (session: SqlSession, positions: readonly string[]): Promise<number> =>
  change(session, "resolution = 'REPLAYED'", positions);

/** Gives up open letters for good; how many were open. The rows stay. */
export const discardDeadLetters = (session: SqlSession, positions: readonly string[]): Promise<number> =>
  change(session, "resolution = 'DISCARDED', resolved_at = clock_timestamp()", positions);

async function change(session: SqlSession, set: string, positions: readonly string[]): Promise<number> {
  const [row] = await session.query<{ count: string }>(
    `with changed as (update dead_letters set ${set} where position = any ($1::bigint[]) and resolution is null returning 1) select count(*) from changed`,
    [positions],
  );
  return Number(row?.count ?? 0);
}

/** The oldest letter of a consumer that somebody wants replayed, locked until the end of the transaction; nobody else takes it meanwhile. */
export async function takeAskedLetter(tx: SqlSession, consumer: string): Promise<DeadLetter | undefined> {
  const rows = await tx.query<DeadLetter>(
    `select ${columns} from dead_letters where consumer = $1 and resolution = 'REPLAYED' and resolved_at is null order by position limit 1 for update skip locked`,
    [consumer],
  );
  return rows[0];
}

export async function markReplayed(tx: SqlSession, position: string): Promise<void> {
  await tx.query(
    'with done as (update dead_letters set resolved_at = clock_timestamp() where position = $1 returning 1) select from done',
    [position],
  );
}

/** After a replay that failed the letter is open as before, with the new cause. */
export async function reopen(tx: SqlSession, position: string, cause: string): Promise<void> {
  await tx.query(
    'with open as (update dead_letters set resolution = null, cause = $2, tries = tries + 1, failed_at = clock_timestamp() where position = $1 returning 1) select from open',
    [position, storableText(cause)],
  );
}
