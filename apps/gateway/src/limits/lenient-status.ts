import type { GraphQLFormattedError } from 'graphql';
import { wantsPlainJson } from '../refusals/answer-type';

/** What is wrong with a document or its variables, not with how much it asks for. */
const lenientCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The status of an answer with errors: 200 instead of 400 for a document that is wrong where the client wants `application/json`, as the
 * GraphQL over HTTP specification has it for clients that cannot tell an answer of the graph from one of a proxy. Limits stay 400.
 */
export function lenientStatusOf(
  status: number | undefined,
  accept: string | undefined,
  errors: readonly GraphQLFormattedError[],
): number | undefined {
  const lenient =
    status === 400 &&
    wantsPlainJson(accept) &&
    errors.every(({ extensions }) => lenientCodes.has(String(extensions?.code)));
  return lenient ? 200 : status;
}
