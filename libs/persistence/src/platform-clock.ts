import type { Client } from 'pg';

/**
 * One row that says how far the clock of the platform is ahead of the database's, and until when (by the platform's clock) what comes by the
 * clock has been done. In production it stays as it is made here.
 */
const platformClock = `
CREATE TABLE IF NOT EXISTS platform_clock (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  ahead_ms bigint NOT NULL DEFAULT 0 CHECK (ahead_ms >= 0),
  done_until timestamptz
);
INSERT INTO platform_clock DEFAULT VALUES ON CONFLICT DO NOTHING`;

/** Makes the table, as its owner. Safe to repeat. */
export const bringPlatformClock = (owner: Client): Promise<unknown> => owner.query(platformClock);
