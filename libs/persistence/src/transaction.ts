import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { isAfterFailure } from './pg-errors';

/**
 * A transaction on a connection with pg's `pipeline`: statements are done in the order in which they were said, but only those whose
 * answer is needed are waited for, and what is said in one go leaves in one write to the socket.
 */
export class Transaction {
  private readonly unwatched: Promise<unknown>[] = [];
  private isOver = false;

  /** Begins it: BEGIN leaves together with the first statement. `isNested` tells whether a savepoint is open. */
  constructor(
    private readonly client: PoolClient,
    private readonly isNested: () => boolean,
  ) {
    this.sendNow({ text: 'BEGIN' });
  }

  /** Throws what pg throws. */
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error('the transaction is over');
    return this.client.query<Row>(statement);
  }

  /**
   * Sends a statement whose answer nobody waits for. Should it fail, the transaction is undone and `commit` throws that failure; but the
   * failure of a nested one is its own, and not known before its end, so there it is waited for.
   */
  async send(statement: QueryConfig): Promise<void> {
    if (this.isNested()) await this.query(statement);
    else this.sendNow(statement);
  }

  /** Durable once it resolves. PostgreSQL answers the COMMIT of a transaction in which something failed with ROLLBACK and no error, hence the look at each answer. */
  async commit(): Promise<void> {
    const committed = this.query({ text: 'COMMIT' });
    this.isOver = true;
    this.watchLater(committed);
    await this.throwFailure();
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed, and its error was not passed on');
  }

  /** Undoes it. Answers why: with `error`, unless that only says that a statement which nobody waited for had failed before. */
  async rollback(error: unknown): Promise<unknown> {
    this.isOver = true;
    // Where this fails the connection is gone, and the transaction with it.
    await this.client.query('ROLLBACK').catch(() => undefined);
    return isAfterFailure(error)
      ? this.throwFailure().then(
          () => error,
          (cause: unknown) => cause,
        )
      : error;
  }

  private sendNow(statement: QueryConfig): void {
    joinWrites(this.client);
    this.watchLater(this.query(statement));
  }

  private watchLater(answer: Promise<unknown>): void {
    answer.catch(() => undefined);
    this.unwatched.push(answer);
  }

  /** Of several the first, which the others follow from. */
  private async throwFailure(): Promise<void> {
    await Promise.all(this.unwatched);
  }
}

/**
 * Holds back what is written until everything that can run now has run: a system call costs more than the words of a statement. The stream is
 * pg's own affair, and is another one under TLS, so a socket of ours would not do.
 */
function joinWrites(client: PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
