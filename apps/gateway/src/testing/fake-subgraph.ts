import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import {
  createGatewaySignatureVerifier,
  gatewaySignatureHeader,
  readGatewayKeys,
  type GatewayClaims,
} from '@bindery/trust';

/** Type → field → what answers it. */
type Resolvers = Record<string, Record<string, (reference: { id: string }) => unknown>>;

export interface SubgraphDefinition {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
  /** Other paths that it answers with JSON text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A request as it came, and what the verifier says of its signature. */
export interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly verified: boolean;
  readonly claims?: GatewayClaims;
}

export interface FakeSubgraph {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: string;
  readonly seen: Seen[];
  /** Answers otherwise from now on; undefined answers well again. */
  misbehave(how: ((response: ServerResponse) => void) | undefined): void;
  stop(): Promise<void>;
}

/** A subgraph on a real port with real federation and signatures, that can be made to fail in every way. */
export async function startFakeSubgraph(
  { name, typeDefs, resolvers, files = {} }: SubgraphDefinition,
  gatewayKeys: string,
): Promise<FakeSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }]);
  const verify = createGatewaySignatureVerifier(name, readGatewayKeys(gatewayKeys));
  const seen: Seen[] = [];
  let misbehaviour: ((response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = files[request.url ?? ''];
    if (file) return void response.setHeader('content-type', 'application/json').end(file);
    if (misbehaviour) return misbehaviour(response);
    if (request.method === 'GET') return void response.writeHead(404).end();
    const body = await text(request);
    const claims = verify(String(request.headers[gatewaySignatureHeader]), body);
    seen.push({ headers: request.headers, verified: claims.ok, ...(claims.ok ? { claims: claims.value } : {}) });
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    typeDefs,
    seen,
    misbehave: (how) => void (misbehaviour = how),
    stop: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}
