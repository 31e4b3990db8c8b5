/** A database session inside a transaction of the caller. TypeORM's EntityManager is one; so is a pg client, wrapped. */
export interface SqlSession {
  /** The rows. Used here for SELECT and INSERT only: TypeORM answers UPDATE and DELETE in another shape. */
  query<Row = unknown>(sql: string, params?: unknown[]): Promise<Row[]>;
}
