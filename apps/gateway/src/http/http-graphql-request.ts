import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { FoundDocument } from '../door/documents/find-document';

/** The headers that the server reads: what is sent, what is accepted, and those against forged requests. The token stays at the door. */
const readByServer = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** The request as the GraphQL server reads it, with the document that the door found in place of what named it. */
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
    search: method === 'GET' ? searchWith(request.url, document) : '',
    body: method === 'GET' ? undefined : bodyWith(request.body, document),
  };
}

function searchWith(url: string, document: FoundDocument | undefined): string {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start);
  const parameters = new URLSearchParams(search);
  if (!document || (parameters.has('query') && !parameters.has('extensions'))) return search;
  parameters.set('query', document.text);
  // Nothing in them is for the server but the name of the document, which has been found.
  parameters.delete('extensions');
  return `?${parameters.toString()}`;
}

/** A registered document is named by its hash, whatever the client named it by: the server has its text, and need not hash it again. */
function bodyWith(body: unknown, document: FoundDocument | undefined): unknown {
  if (!document || !isRecord(body)) return body;
  const { text, registered } = document;
  const { extensions = {} } = body;
  // What is wrong with them the server has to say.
  if (extensions !== null && !isRecord(extensions)) return { ...body, query: text };
  const { persistedQuery: _named, ...others } = extensions ?? {};
  return registered
    ? {
        ...body,
        query: undefined,
        extensions: { ...others, persistedQuery: { version: 1, sha256Hash: registered.hash } },
      }
    : { ...body, query: text, extensions: others };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
