import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

/** PostgreSQL error codes, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';
const inFailedTransaction = '25P02';

/** What pg threw, also where TypeORM has wrapped it. */
const driverErrorOf = (error: unknown): unknown => (error instanceof QueryFailedError ? error.driverError : error);

/** True when a statement failed on the named unique constraint or index (on any, when none is named). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = driverErrorOf(error);
  return (
    cause instanceof DatabaseError &&
    cause.code === uniqueViolation &&
    (constraint === undefined || constraint === cause.constraint)
  );
}

/** True when a statement was refused only because one before it in the same transaction had failed. */
export function isAfterFailure(error: unknown): boolean {
  const cause = driverErrorOf(error);
  return cause instanceof DatabaseError && cause.code === inFailedTransaction;
}

/** The connection of a transaction broke between two of its statements; nothing of it is kept. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = '08006';

  constructor(cause: unknown) {
    super('Connection lost during a transaction', { cause });
  }
}

/** Connection lost or refused (class 08), out of connections or memory (53), shutting down (57P), cancelled by a timeout or as a deadlock's victim. */
const momentaryCodes = /^(08|53|57P0[1-3]$|57014$|55P03$|40P01$|ECONNREFUSED$|ECONNRESET$|EPIPE$)/;

/** What node-postgres says when no connection of its pool became free in time, or one broke; it gives these no code. */
const momentaryMessages = /timeout exceeded when trying to connect|Connection terminated|is not queryable/;

/** True when the database cannot serve now but the same statement may work in a moment: busy, restarting, or away. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = driverErrorOf(error) as { code?: string };
  return momentaryCodes.test(code) || momentaryMessages.test(error.message);
}
