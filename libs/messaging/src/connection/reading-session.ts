import type { Client } from 'pg';

/**
 * Settings of a session that reads "the next ones" by an index and writes only what may come again. A backlog grows faster than the statistics
 * know of it; the planner then collects and sorts all of it for each batch, which this forbids: ten times slower at 20,000 rows. A plan made
 * for the values at hand looks them up by hash. And what a crash of the server forgets of the writing makes messages
 * come again, which the inbox knows.
 */
export async function prepareReadingSession(client: Client): Promise<void> {
  await client.query(`
    set enable_bitmapscan to off; set enable_seqscan to off; set enable_sort to off;
    set plan_cache_mode to force_custom_plan; set synchronous_commit to off`);
}
