import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

export type Column = ReturnType<DataSource['getMetadata']>['columns'][number];

export interface PreparedStatement {
  /** By which a connection knows that it has parsed and planned it already. */
  readonly name: string;
  readonly text: string;
}

/**
 * Runs one of the few hot statements past TypeORM, in its transaction and on its connection: parsed and planned once for each connection.
 * Everything else goes through repositories. Throws what pg throws.
 */
export async function runPrepared<Row extends QueryResultRow>(tx: EntityManager, { name, text }: PreparedStatement, values: unknown[]): Promise<QueryResult<Row>> {
  if (!tx.queryRunner) throw new Error(`"${name}" runs in a transaction only`);
  const client = (await tx.queryRunner.connect()) as PoolClient;
  return client.query<Row>({ name, text, values });
}

/** The columns of an entity as its class declares them, so that a statement written by hand has them from one place. */
export function columnsOf(tx: EntityManager, entity: EntityTarget<ObjectLiteral>): readonly Column[] {
  return tx.connection.getMetadata(entity).columns;
}

/** A value as pg takes it for a column: JSON as text, since pg makes a PostgreSQL array of a JavaScript one. */
export function toParameter(column: Column, row: ObjectLiteral): unknown {
  const value: unknown = row[column.propertyName] ?? null;
  return column.type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}
