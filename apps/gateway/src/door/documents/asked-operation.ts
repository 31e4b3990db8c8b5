import type { FastifyRequest } from 'fastify';
import { err, ok, parseJson, type Result } from '@bindery/kernel';
import type { Refusal } from '../../refusals/refusal';

/** What a request names as its operation: a text, the hash of one, or both. Neither is checked yet. */
export interface AskedOperation {
  readonly text?: string;
  /** SHA-256 in hex. */
  readonly hash?: string;
  readonly operationName?: string;
}

const badRequest: Refusal = { code: 'BAD_REQUEST', status: 400 };

/** `documentId` of the GraphQL over HTTP specification (appendix A, persisted documents). */
const documentIdPattern = /^(?:sha256:)?([0-9a-f]{64})$/;

/** What is read of the search parameters of a request, here or by the GraphQL server. */
const parameters = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

/**
 * Reads the operation of a request out of its body or its search parameters, in both ways of naming a persisted document. A parameter
 * that is there twice is refused: no two readers need agree on which of them counts.
 */
export function readAskedOperation({
  method,
  body,
  query,
}: Pick<FastifyRequest, 'method' | 'body' | 'query'>): Result<AskedOperation, Refusal> {
  if (Array.isArray(body)) return err({ code: 'BATCHING_OFF', status: 400, limit: 1 });
  const source = method === 'GET' ? query : body;
  if (typeof source !== 'object' || source === null) return ok({});
  const given = source as Record<string, unknown>;
  if (method === 'GET' && parameters.some((name) => Array.isArray(given[name]))) return err(badRequest);
  const { query: text, documentId, operationName, extensions } = given;
  const hash = documentId ?? hashOfApollo(method === 'GET' ? parsed(extensions) : extensions);
  if (hash !== undefined && !(typeof hash === 'string' && documentIdPattern.test(hash))) return err(badRequest);
  return ok({
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof hash === 'string' ? { hash: hash.replace('sha256:', '') } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  });
}

/** Apollo's clients name it in `extensions.persistedQuery.sha256Hash`. */
function hashOfApollo(extensions: unknown): unknown {
  return (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery?.sha256Hash;
}

const parsed = (text: unknown): unknown => (typeof text === 'string' ? parseJson(text) : undefined);
