/**
 * Statements for one migration of each service that counts attempts, run one by one as the owner. What the app user may do with its rows: `abuseLedgerRights`.
 *
 * The function reserves room in all budgets, or answers those that have none and writes nothing. Whoever comes at the same time for one
 * of them waits for its turn, in an order that is the same for all; each of its statements sees what was committed before it. What is counted
 * already under the same name needs no room and is not counted again.
 */
export const abuseLedgerTableUp: readonly string[] = [
  `CREATE TABLE abuse_ledger (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     act text NOT NULL,
     dimension text NOT NULL,
     key text NOT NULL,
     at timestamptz NOT NULL,
     reservation text NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  'CREATE INDEX abuse_ledger_window ON abuse_ledger (act, dimension, key, at)',
  'CREATE INDEX abuse_ledger_reservation ON abuse_ledger (reservation)',
  'CREATE INDEX abuse_ledger_expires_at ON abuse_ledger (expires_at)',
  `CREATE FUNCTION spent_abuse_budgets(
     reserved text, moment timestamptz, acts text[], dimensions text[], keys text[], limits integer[], windows_ms bigint[]
   ) RETURNS TABLE (act text, dimension text, retry_at timestamptz) LANGUAGE sql AS $$
     SELECT wanted.act, wanted.dimension, earliest.at + wanted.window_ms * interval '1 millisecond'
     FROM unnest(acts, dimensions, keys, limits, windows_ms) AS wanted (act, dimension, key, "limit", window_ms)
     CROSS JOIN LATERAL (
       SELECT counted.at FROM abuse_ledger AS counted
       WHERE counted.act = wanted.act AND counted.dimension = wanted.dimension AND counted.key = wanted.key
         AND counted.at > moment - wanted.window_ms * interval '1 millisecond'
       ORDER BY counted.at DESC OFFSET wanted."limit" - 1 LIMIT 1
     ) AS earliest
     WHERE NOT EXISTS (
       SELECT 1 FROM abuse_ledger AS own
       WHERE own.reservation = reserved AND own.act = wanted.act AND own.dimension = wanted.dimension
         AND own.key = wanted.key AND own.expires_at > moment
     )
     ORDER BY 3 DESC
   $$`,
  `CREATE FUNCTION reserve_abuse_budgets(
     reserved text, moment timestamptz, acts text[], dimensions text[], keys text[], limits integer[], windows_ms bigint[]
   ) RETURNS TABLE (act text, dimension text, retry_at timestamptz) LANGUAGE plpgsql AS $$
   DECLARE
     turn bigint;
   BEGIN
     FOR turn IN
       SELECT DISTINCT hashtextextended(concat_ws(' ', 'abuse_ledger', a, d, k), 0) AS name
       FROM unnest(acts, dimensions, keys) AS wanted (a, d, k) ORDER BY name
     LOOP
       PERFORM pg_advisory_xact_lock(turn);
     END LOOP;
     RETURN QUERY SELECT * FROM spent_abuse_budgets(reserved, moment, acts, dimensions, keys, limits, windows_ms);
     IF NOT FOUND THEN
       INSERT INTO abuse_ledger (act, dimension, key, at, reservation, expires_at)
       SELECT a, d, k, moment, reserved, moment + max(ms) * interval '1 millisecond'
       FROM unnest(acts, dimensions, keys, windows_ms) AS wanted (a, d, k, ms)
       WHERE NOT EXISTS (
         SELECT 1 FROM abuse_ledger AS own
         WHERE own.reservation = reserved AND own.act = a AND own.dimension = d AND own.key = k AND own.expires_at > moment
       )
       GROUP BY a, d, k;
     END IF;
   END
   $$`,
];

export const abuseLedgerTableDown: readonly string[] = [
  'DROP FUNCTION reserve_abuse_budgets',
  'DROP FUNCTION spent_abuse_budgets',
  'DROP TABLE abuse_ledger',
];

/** What a service's own login may do with the table, for its list of rights: a count is added and taken back, and never changed. */
export const abuseLedgerRights = { abuse_ledger: { insert: true, delete: true } } as const;
