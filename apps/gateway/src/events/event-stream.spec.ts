import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { eventually } from '@bindery/testing';
import { EventStream } from './event-stream';

describe('a stream to one client', () => {
  let server: Server;
  let stream: EventStream;
  let reasons: string[];
  let answer: IncomingMessage;

  async function open(options: { heartbeatMs?: number; goodForMs?: number } = {}): Promise<void> {
    reasons = [];
    server = createServer((_request, response) => {
      stream = new EventStream({
        expiresAt: Date.now() + (options.goodForMs ?? 60_000),
        position: () => 'here',
        beforeEnd: () => undefined,
        retryMs: 1_500,
        heartbeatMs: options.heartbeatMs ?? 60_000,
        onEnd: (reason) => reasons.push(reason),
      });
      stream.tell('first');
      pipeline(stream, response, () => undefined);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    answer = await new Promise<IncomingMessage>((done) =>
      get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, done),
    );
    answer.on('error', () => undefined);
  }
  afterEach(async () => {
    answer.destroy();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  async function rest(): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('is cut off when it does not read, as soon as the bound is passed', async () => {
    await open();
    answer.pause();
    await eventually(() => {
      for (let count = 0; count < 100; count++) stream.tell('x'.repeat(10_000));
      expect(reasons).toEqual(['SLOW']);
    });
    expect(stream.destroyed).toBe(true);
  });

  it('says why it ends, and when to come back', async () => {
    await open();
    stream.end('CLOSING');
    stream.tell('too late');
    expect(await rest()).toBe('firstretry: 1500\nevent: end\ndata: {"reason":"CLOSING"}\n\n');
    expect(reasons).toEqual(['CLOSING']);
  });

  it('gives signs of life with its position, until the token ends', async () => {
    await open({ heartbeatMs: 20, goodForMs: 300 });
    const text = await rest();
    expect(text).toContain('id: here\nevent: alive\ndata: {}\n\nid: here\nevent: alive');
    expect(text).toMatch(/event: end\ndata: {"reason":"TOKEN_EXPIRED"}\n\n$/);
  });

  it('notices that its client is gone', async () => {
    await open();
    answer.destroy();
    await eventually(() => expect(reasons).toEqual(['GONE']));
  });
});
