import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface BrokenProvider {
  readonly url: string;
  /** Requests in the order they came. */
  readonly seen: readonly SeenRequest[];
  /** How the next requests are answered, or not. */
  behave(listener: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A provider that answers whatever a test wants at the level of HTTP and TCP. */
export async function startBrokenProvider(): Promise<BrokenProvider> {
  const seen: SeenRequest[] = [];
  let behaviour: (response: ServerResponse) => void = (response) => response.end();
  const listener: RequestListener = async (request, response) => {
    seen.push({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      body: await text(request),
    });
    behaviour(response);
  };
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers a status and a body: an object as JSON, a text as it is. */
export const answering =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Takes the request and never answers. */
export const hanging = (): void => undefined;

/** Breaks the connection in the middle of a body whose length was announced. */
export const breakingOff = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"operationId":');
  setImmediate(() => response.socket?.resetAndDestroy());
};

/** Begins a body and then sends nothing more. */
export const trailingOff = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"operationId":');
};

/** Five megabytes of good JSON, in pieces whose sum is not announced. */
export const flooding =
  (body: object) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(JSON.stringify(body).slice(0, -1));
    for (let i = 0; i < 5; i++) response.write(`,"p${i}":"${'x'.repeat(1024 * 1024)}"`);
    response.end('}');
  };
