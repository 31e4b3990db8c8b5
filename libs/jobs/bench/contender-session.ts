import type { Client } from 'pg';
import type { JobSession } from '../src/job-session';

export const toSession = (client: Client): JobSession => ({
  query: async <Row>(sql: string, params?: unknown[]) => (await client.query(sql, params)).rows as Row[],
});
