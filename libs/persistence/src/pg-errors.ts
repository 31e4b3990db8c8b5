import { QueryFailedError } from 'typeorm';

/** PostgreSQL error codes, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';

/** True when a statement failed on the named unique constraint or index (on any, when none is named). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint: failed } = error.driverError as { code?: string; constraint?: string };
  return code === uniqueViolation && (constraint === undefined || constraint === failed);
}
