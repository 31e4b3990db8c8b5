import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { transactionOf } from './open-transaction';

export type Column = ReturnType<DataSource['getMetadata']>['columns'][number];

/** A statement that is run often. */
export interface PreparedStatement {
  /** By which a connection knows that it has parsed and planned it already. */
  readonly name: string;
  readonly text: string;
}

/** What a statement takes as it is. Nothing that pg would have to turn into text first: that could fail when the commit is on its way already. */
export type Parameter = string | number | boolean | Date | null;

/** A database session inside a transaction of the caller. TypeORM's EntityManager is one. */
interface Session {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/**
 * Runs one of the few hot statements past TypeORM, in its unit of work and on its connection: parsed and planned once for each connection.
 * Everything else goes through repositories. Throws what pg throws.
 */
export async function runPrepared<Row extends QueryResultRow>(
  tx: EntityManager,
  { name, text }: PreparedStatement,
  values: Parameter[],
): Promise<QueryResult<Row>> {
  const transaction = transactionOf(tx);
  if (!transaction) throw new Error(`"${name}" runs in a unit of work only`);
  return transaction.query<Row>({ name: nameOf(name, text), text, values });
}

/**
 * Writes without waiting for the answer, where nothing depends on it: whatever follows in the unit of work sees what was written, and should
 * it fail the unit of work ends with that failure, and nothing of it is kept. In a nested transaction, or one of another kind, it is waited for.
 */
export async function sendPrepared(tx: Session, { name, text }: PreparedStatement, values: Parameter[]): Promise<void> {
  const transaction = transactionOf(tx);
  if (transaction) await transaction.send({ name: nameOf(name, text), text, values });
  else await tx.query(text, values);
}

/**
 * Runs one hot statement by itself, past TypeORM and without a transaction, on a connection of its pool: one round trip. For reads that are asked for
 * at every door and every payment; a list of texts is an array. Throws what pg throws.
 */
export async function readPrepared<Row extends QueryResultRow>(
  dataSource: DataSource,
  { name, text }: PreparedStatement,
  values: (Parameter | readonly string[])[],
): Promise<Row[]> {
  // A query runner for one statement costs as much as the statement.
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  return (await master.query<Row>({ name: nameOf(name, text), text, values })).rows;
}

const texts = new Map<string, string>();

/** pg refuses a name that it knows for another text, but not before the commit may have been sent. */
function nameOf(name: string, text: string): string {
  const known = texts.get(name) ?? text;
  if (known !== text) throw new Error(`two statements are named "${name}"`);
  texts.set(name, text);
  return name;
}

/** The columns of an entity as its class declares them, so that a statement written by hand has them from one place. */
export function columnsOf(tx: EntityManager, entity: EntityTarget<ObjectLiteral>): readonly Column[] {
  return tx.connection.getMetadata(entity).columns;
}

/** A value as pg takes it for a column: JSON as text, since pg makes a PostgreSQL array of a JavaScript one. */
export function toParameter(column: Column, row: ObjectLiteral): Parameter {
  const value: unknown = row[column.propertyName] ?? null;
  return column.type === 'jsonb' && value !== null ? JSON.stringify(value) : (value as Parameter);
}
