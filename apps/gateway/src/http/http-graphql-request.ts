import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';

/** The headers that the server reads: what is sent, what is accepted, and those against forged requests. The token stays at the door. */
const readByServer = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** The request as the GraphQL server reads it, with the document that the door chose in place of what named it. */
export function toHttpGraphqlRequest(request: FastifyRequest, text: string | undefined): HTTPGraphQLRequest {
  const { method } = request;
  const headers = new HeaderMap();
  for (const name of readByServer) {
    const value = request.headers[name];
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return {
    method,
    headers,
    search: method === 'GET' ? searchWith(request.url, text) : '',
    body: method === 'GET' ? undefined : bodyWith(request.body, text),
  };
}

function searchWith(url: string, text: string | undefined): string {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start);
  const parameters = new URLSearchParams(search);
  if (text === undefined || (parameters.has('query') && !parameters.has('extensions'))) return search;
  parameters.set('query', text);
  // Nothing in them is for the server but the name of the document, which has been found.
  parameters.delete('extensions');
  return `?${parameters.toString()}`;
}

function bodyWith(body: unknown, text: string | undefined): unknown {
  if (text === undefined || typeof body !== 'object' || body === null) return body;
  const { extensions } = body as { extensions?: unknown };
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions))
    return { ...body, query: text };
  const { persistedQuery: _named, ...others } = extensions;
  return { ...body, query: text, extensions: others };
}
