import { withClient } from '@bindery/persistence';
import type { Service } from '../../start/topology';
import type { RunningSystem } from '../running-system';

/** Rows of a service's database, asked as its own user. */
export type Ask = <Row extends object>(service: Service, sql: string) => Promise<Row[]>;

export const askerOf =
  (system: RunningSystem): Ask =>
  <Row extends object>(service: Service, sql: string) =>
    withClient(system.databaseUrlOf(service), async (client) => (await client.query<Row>(sql)).rows);
