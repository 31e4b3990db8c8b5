import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { FoundDocument } from '../door/documents/find-document';

/** The headers that the server reads: what is sent, what is accepted, and those against forged requests. The token stays at the door. */
const readByServer = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/**
 * The request as the GraphQL server reads it, with the document that the door found in place of what named it. It is made of what the
 * door has read, never of the address or the body as they came: whoever reads those again may find another operation in them.
 */
export function toHttpGraphqlRequest(request: FastifyRequest, document: FoundDocument | undefined): HTTPGraphQLRequest {
  const { method } = request;
  const headers = new HeaderMap();
  for (const name of readByServer) {
    const value = request.headers[name];
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return {
    method,
    headers,
    search: method === 'GET' ? searchOf(request.query, document) : '',
    body: method === 'GET' ? undefined : bodyWith(request.body, document),
  };
}

/** Nothing in `extensions` is for the server but the name of the document, which has been found or is none. */
function searchOf(query: unknown, document: FoundDocument | undefined): string {
  const { operationName, variables } = query as Readonly<Record<string, unknown>>;
  const given = { query: document?.text, operationName, variables };
  const parameters = Object.entries(given).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return `?${new URLSearchParams(parameters).toString()}`;
}

/** A registered document is named by its hash, whatever the client named it by: the server has its text, and need not hash it again. */
function bodyWith(body: unknown, document: FoundDocument | undefined): unknown {
  if (!isRecord(body)) return body;
  const { extensions = {} } = body;
  const asText = document ? { ...body, query: document.text } : body;
  // What is wrong with them the server has to say.
  if (extensions !== null && !isRecord(extensions)) return asText;
  const { persistedQuery: _named, ...others } = extensions ?? {};
  const hash = document?.registered?.hash;
  return hash === undefined
    ? { ...asText, extensions: others }
    : { ...body, query: undefined, extensions: { ...others, persistedQuery: { version: 1, sha256Hash: hash } } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
