import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { AskedOperation } from '../door/documents/asked-operation';
import type { FoundDocument } from '../door/documents/find-document';
import { withoutCharset } from '../refusals/answer-type';

/** The headers that the server reads: what is sent, what is accepted, and those against forged requests. The token stays at the door. */
const readByServer = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/**
 * The request as the GraphQL server reads it, made of what the door has read and found: whoever reads an address or a body again may find
 * another operation in it. Queries that were got are posted to the server too.
 */
export function toHttpGraphqlRequest(
  headers: FastifyRequest['headers'],
  { operationName, variables }: AskedOperation,
  document: FoundDocument,
): HTTPGraphQLRequest {
  return {
    method: 'POST',
    headers: headersOf(headers),
    search: '',
    body: {
      ...nameOf(document),
      ...(operationName === undefined ? {} : { operationName }),
      ...(variables === undefined ? {} : { variables }),
    },
  };
}

function headersOf(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const name of readByServer) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const accept = withoutCharset(map.get('accept'));
  if (accept !== undefined) map.set('accept', accept);
  return map;
}

/** A registered document is named by its hash, whatever the client named it by: the server has its text, and need not hash it again. */
const nameOf = ({ text, registered }: FoundDocument) =>
  registered ? { extensions: { persistedQuery: { version: 1, sha256Hash: registered.hash } } } : { query: text };
