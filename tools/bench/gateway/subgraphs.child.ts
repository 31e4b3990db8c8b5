import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../../start/start-options';
import { services } from '../../start/topology';
import { createMadeUpSubgraph } from './made-up-answers';

/** Requests that came, and how many of them named nobody: without authorisation and signature. */
let calls = 0;
let strangers = 0;

/**
 * All four subgraphs with the committed SDL. What they answer to a body is worked out once and then sent as bytes, so
 * that the gateway in front of them is what is measured.
 */
async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const name of services) urls[name] = await listen(startSubgraph(name));
  process.on('message', () => {
    process.send?.({ calls, strangers });
    calls = strangers = 0;
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ urls });
}

function startSubgraph(name: string): Server {
  const answer = createMadeUpSubgraph(readFileSync(join(root, 'apps', name, 'schema.graphql'), 'utf8'));
  const known = new Map<string, Buffer>();
  // Connections outlive the pauses of the measurement, so that no gateway sends into one that is just being closed.
  return createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    // Identity's published keys of access tokens, for gateways that read them.
    if (request.url === '/.well-known/jwks.json')
      return void response.setHeader('content-type', 'application/json').end(process.env.JWKS);
    if (request.url !== '/graphql') return void response.end('{}');
    calls += 1;
    const authorisation = request.headers.authorization ?? request.headers['bindery-gateway-signature'];
    if (authorisation === undefined) strangers += 1;
    void text(request).then(async (body) => {
      const bytes = known.get(body) ?? Buffer.from(await answerTo(body, answer));
      known.set(body, bytes);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
    });
  });
}

async function answerTo(body: string, answer: ReturnType<typeof createMadeUpSubgraph>): Promise<string> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  return answer(query, variables ?? {});
}

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

void main();
