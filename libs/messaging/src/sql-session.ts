import type { ClientBase, Pool } from 'pg';

/** A database session inside a transaction of the caller. TypeORM's EntityManager is one; `toSqlSession` makes one of a pg client. */
export interface SqlSession {
  /** The rows. Used here for SELECT and INSERT only: TypeORM answers UPDATE and DELETE in another shape. */
  query<Row = unknown>(sql: string, params?: unknown[]): Promise<Row[]>;
}

/** A client or a pool of pg as a session; with a pool each statement is a transaction of its own. */
export const toSqlSession = (pg: ClientBase | Pool): SqlSession => ({
  query: async <Row>(sql: string, params?: unknown[]) => (await pg.query(sql, params)).rows as Row[],
});
