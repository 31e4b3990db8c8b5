import type { FastifyRequest } from 'fastify';
import { err, ok, parseJson, type Result } from '@bindery/kernel';
import { hasMoreValues } from '../../limits/count-values';
import { requestLimits } from '../../limits/request-limits';
import { badRequest, limitRefusal, type Refusal } from '../../refusals/refusal';

type Values = Readonly<Record<string, unknown>>;

/**
 * A request, read once: what it names as its document, a text, the hash of one, or both, and what is to be done with it. It decides what the
 * request may, and it is what is executed: nobody behind it reads an address or a body again.
 */
export interface AskedOperation {
  readonly method: 'GET' | 'POST';
  readonly text?: string;
  /** SHA-256 in hex. */
  readonly hash?: string;
  readonly operationName?: string;
  readonly variables?: Values;
}

/** `documentId` of the GraphQL over HTTP specification (appendix A, persisted documents). */
const documentIdPattern = /^(?:sha256:)?([0-9a-f]{64})$/;

/** What is read of an address. */
const parameters = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

/** What stands in a request, by the names of the specification. What is empty, or null, is not there. */
type Given = Readonly<Record<(typeof parameters)[number], unknown>>;

/**
 * Reads a request out of its body or the parameters of its address, in both ways of naming a persisted document. Whatever could be read in
 * two ways is refused: a parameter that is there twice, two names of documents that differ.
 */
export function readAskedOperation(
  request: Pick<FastifyRequest, 'method' | 'body' | 'query'>,
): Result<AskedOperation, Refusal> {
  const isGet = request.method === 'GET';
  const given = isGet ? givenInAddress(request.query as Values) : givenInBody(request.body);
  if (!given.ok) return given;
  const { query, operationName, variables, extensions } = given.value;
  if (query !== undefined && typeof query !== 'string') return err(badRequest('QUERY_IS_NO_TEXT'));
  if (operationName !== undefined && typeof operationName !== 'string')
    return err(badRequest('OPERATION_NAME_IS_NO_TEXT'));
  if (variables !== undefined && !isRecord(variables)) return err(badRequest('VARIABLES_ARE_NO_OBJECT'));
  if (hasMoreValues(variables, requestLimits.values)) return err(limitRefusal('TOO_MANY_VALUES', requestLimits.values));
  if (extensions !== undefined && !isRecord(extensions)) return err(badRequest('EXTENSIONS_ARE_NO_OBJECT'));
  const hash = readHash(given.value.documentId, extensions?.persistedQuery);
  if (!hash.ok) return hash;
  if (query === undefined && hash.value === undefined) return err(badRequest('NO_DOCUMENT'));
  return ok({
    method: isGet ? 'GET' : 'POST',
    ...(query === undefined ? {} : { text: query }),
    ...(hash.value === undefined ? {} : { hash: hash.value }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
  });
}

function givenInBody(body: unknown): Result<Given, Refusal> {
  if (Array.isArray(body)) return err({ code: 'BATCHING_OFF', status: 400, limit: 1 });
  return isRecord(body) ? ok(withoutEmpty(body)) : err(badRequest('BODY_IS_NO_OBJECT'));
}

function givenInAddress(query: Values): Result<Given, Refusal> {
  if (parameters.some((name) => Array.isArray(query[name]))) return err(badRequest('PARAMETER_TWICE'));
  const { variables, extensions, ...others } = withoutEmpty(query);
  return ok(withoutEmpty({ ...others, variables: jsonOf(variables), extensions: jsonOf(extensions) }));
}

const withoutEmpty = (given: Values) =>
  Object.fromEntries(
    parameters.map((name) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, value === null || value === '' ? undefined : value];
    }),
  ) as Given;

/** What is no JSON stays a text, which is refused as what is no object. */
function jsonOf(text: unknown): unknown {
  const value = typeof text === 'string' ? parseJson(text) : undefined;
  return value === undefined ? text : value;
}

/** Apollo's clients name it in `extensions.persistedQuery.sha256Hash`; they know one version of that. */
function readHash(documentId: unknown, persistedQuery: unknown): Result<string | undefined, Refusal> {
  if (isRecord(persistedQuery) && persistedQuery.version !== undefined && persistedQuery.version !== 1)
    return err({ code: 'PERSISTED_QUERY_NOT_SUPPORTED', status: 200 });
  const named = isRecord(persistedQuery) ? persistedQuery.sha256Hash : (persistedQuery ?? undefined);
  const hashes = [documentId, named].filter((each) => each !== undefined).map(hashIn);
  if (hashes.includes(undefined) || new Set(hashes).size > 1) return err(badRequest('DOCUMENT_ID_FORM'));
  return ok(hashes[0]);
}

const hashIn = (id: unknown): string | undefined =>
  typeof id === 'string' ? documentIdPattern.exec(id)?.[1] : undefined;

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
