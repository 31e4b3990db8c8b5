/** A database session inside a transaction of the caller. TypeORM's EntityManager is one. */
export interface JobSession {
  query<Row = unknown>(sql: string, params?: unknown[]): Promise<Row[]>;
}
