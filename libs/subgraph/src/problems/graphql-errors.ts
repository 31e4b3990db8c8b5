import { systemClock } from '@bindery/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '@bindery/service';
import { isDatabaseUnavailable } from '@bindery/persistence';

/** Codes of errors that were made for the client's eyes. Everything else is a bug and is masked. */
const publicCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** A new try makes sense after a second: a busy database has served its queue by then. */
const retryAfterMs = 1_000;

/**
 * The last funnel before the client: an expected error keeps its message and code, a database that cannot serve now
 * becomes a try-again, a bug is logged whole and answered with nothing of the inside but the request's id.
 */
export function toPublicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
  log: Log,
): GraphQLFormattedError {
  const { code, remedies } = formatted.extensions ?? {};
  const { message, locations, path } = formatted;
  if (typeof code === 'string' && publicCodes.has(code))
    return { message, locations, path, extensions: { code, ...(remedies ? { remedies } : {}) } };
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (isDatabaseUnavailable(cause)) {
    log.warn({ err: cause, requestId, path }, 'the database could not serve');
    const at = new Date(systemClock.nowMs() + retryAfterMs).toISOString();
    return {
      message: 'We are busy just now. Please try again.',
      path,
      extensions: { code: 'SERVICE_UNAVAILABLE', remedies: [{ code: 'TryAgain', at }] },
    };
  }
  log.error({ err: cause, requestId, path }, 'a resolver failed');
  return {
    message: 'Something went wrong on our side. It is found again by this id.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: requestId },
  };
}
