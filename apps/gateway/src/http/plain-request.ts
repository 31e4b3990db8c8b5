import type { IncomingHttpHeaders } from 'node:http';

/** What of a request is left to look at when its form is the one that clients have. */
export interface PlainRequest {
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** Of the answer. */
  readonly contentType: string;
}

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

const contentTypes = new Set<string | undefined>([
  'application/json',
  'application/json;charset=utf-8',
  'application/json; charset=utf-8',
]);

/** The type of the answer by what clients send as `Accept`, as the GraphQL server negotiates it; all else is left to it. */
const answers = new Map<string | undefined, string>([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/json, */*', json],
  ['application/graphql-response+json', graphqlResponse],
  ['application/graphql-response+json, application/json', graphqlResponse],
  ['application/graphql-response+json,application/json;q=0.9', graphqlResponse],
]);

/**
 * Reads a POST of JSON whose parts all have the type that they should have. Undefined for everything else: the GraphQL server
 * knows what to say of it, and has to be asked.
 */
export function readPlainRequest({
  method,
  headers,
  body,
}: {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}): PlainRequest | undefined {
  const contentType = answers.get(headers.accept);
  if (
    method !== 'POST' ||
    !contentType ||
    !contentTypes.has(headers['content-type']) ||
    'apollo-query-plan-experimental' in headers ||
    !isRecord(body)
  )
    return undefined;
  const { operationName, variables, extensions } = body;
  if (!isTextOrNothing(operationName) || !isRecordOrNothing(variables) || !isRecordOrNothing(extensions))
    return undefined;
  return { operationName: operationName ?? undefined, variables: variables ?? undefined, contentType };
}

type Nothing = null | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordOrNothing = (value: unknown): value is Record<string, unknown> | Nothing =>
  value === undefined || value === null || isRecord(value);
const isTextOrNothing = (value: unknown): value is string | Nothing =>
  value === undefined || value === null || typeof value === 'string';
